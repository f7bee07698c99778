import type { TravelMode } from "../../../shared/core/distance";
import { createObservable, useObservable } from "./observable";
import { keepOnPhone, readFromPhone } from "./phone-storage";

/** A person's own choices, kept on their phone and sent nowhere. */
export interface Settings {
  largeText: boolean;
  travel: TravelMode;
  /** They once said 用我的位置: the next start need not ask again. Says nothing about where they are. */
  usesPosition: boolean;
}

const settings = createObservable<Settings>(readSettings());

function readSettings(): Settings {
  const kept = readFromPhone("settings");
  const known: Partial<Settings> = typeof kept === "object" && kept !== null ? kept : {};
  return {
    largeText: known.largeText === true,
    travel: known.travel === "ebike" ? "ebike" : "walk",
    usesPosition: known.usesPosition === true,
  };
}

export function useSettings(): Settings {
  return useObservable(settings);
}

export function currentSettings(): Settings {
  return settings.get();
}

export function changeSettings(change: Partial<Settings>): void {
  settings.set({ ...settings.get(), ...change });
  keepOnPhone("settings", settings.get());
}

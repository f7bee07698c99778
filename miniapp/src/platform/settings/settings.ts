import type { TravelMode } from "../../../../shared/common/distance";
import { createObservable, useObservable } from "./observable";
import { keepOnPhone, readFromPhone } from "./phone-storage";
import { hasLargeSystemText } from "./system-text";

/** A person's own choices, kept on their phone and sent nowhere. */
export interface Settings {
  /** As WeChat's own text is, until the person chooses here. */
  largeText: boolean;
  travel: TravelMode;
  /** They once said 用我的位置: the next start need not ask again. Says nothing about where they are. */
  usesPosition: boolean;
  /** The map app they went with last; null: they have not chosen one. */
  mapApp: string | null;
}

/** What this person chose; what they never touched is not among it. */
let chosen = readChosen();
const settings = createObservable<Settings>({
  largeText: chosen.largeText ?? hasLargeSystemText(),
  travel: chosen.travel ?? "walk",
  usesPosition: chosen.usesPosition ?? false,
  mapApp: chosen.mapApp ?? null,
});

function readChosen(): Partial<Settings> {
  const kept = readFromPhone("settings");
  const { largeText, travel, usesPosition, mapApp }: Partial<Settings> =
    typeof kept === "object" && kept !== null ? kept : {};
  return {
    ...(typeof largeText === "boolean" ? { largeText } : {}),
    ...(travel === "ebike" || travel === "walk" ? { travel } : {}),
    ...(typeof usesPosition === "boolean" ? { usesPosition } : {}),
    ...(typeof mapApp === "string" ? { mapApp } : {}),
  };
}

export function useSettings(): Settings {
  return useObservable(settings);
}

export function currentSettings(): Settings {
  return settings.get();
}

export function changeSettings(change: Partial<Settings>): void {
  chosen = { ...chosen, ...change };
  settings.set({ ...settings.get(), ...change });
  keepOnPhone("settings", chosen);
}

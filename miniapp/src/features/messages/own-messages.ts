import { useEffect, useState } from "react";
import { MINUTE_MS } from "../../../../shared/common/time";
import type { OwnMessages } from "../../../../shared/messages/grants";
import { callApi } from "../../http/call-api";
import { serverClock } from "../../http/server-clock";
import { currentSignIn, useSignIn } from "../people/sign-in";

let known: OwnMessages | null = null;
/** Whose they are. */
let knownOf: string | null = null;
let learnedAt = Number.NEGATIVE_INFINITY;
const listeners = new Set<(messages: OwnMessages | null) => void>();

/** How many messages may still be sent to whoever is signed in, as far as the phone knows; null: it does not. */
export function knownGrants(): OwnMessages["left"] | null {
  return known?.left ?? null;
}

/** Learns anew what waits for a keeper. Without a network what was known stays. */
export async function refreshOwnMessages(): Promise<void> {
  learnedAt = serverClock.phoneNow();
  await callApi("GET /messages/mine", {}).then(
    (messages) => {
      // What is no such answer tells nothing: a proxy of somebody's hotel answers 200 to everything.
      if (!Array.isArray(messages.lines)) return;
      const told = { ...messages, left: leftOfRole(messages.left) };
      known = told;
      for (const listener of listeners) listener(told);
    },
    () => undefined,
  );
}

/** The same where somebody goes from page to page, once a minute. */
export function refreshOldMessages(): void {
  if (knownOf !== null && serverClock.phoneNow() - learnedAt >= MINUTE_MS) void refreshOwnMessages();
}

/** An officer who keeps no station is told of tasks alone. */
function leftOfRole(left: OwnMessages["left"]): OwnMessages["left"] {
  if (currentSignIn()?.user.roles.includes("keeper")) return left;
  return left.keeper_task === undefined ? {} : { keeper_task: left.keeper_task };
}

/** What waits for the keeper or officer who is signed in, learned when a page opens; null: not known, or nobody's. */
export function useOwnMessages(): OwnMessages | null {
  const user = useSignIn()?.user;
  const staff = user?.roles.some((role) => role === "keeper" || role === "officer") ? user.id : null;
  const [messages, setMessages] = useState(staff === knownOf ? known : null);
  useEffect(() => {
    // Somebody else on the same phone is shown nothing of who was there before, and asked nothing in their place.
    if (staff !== knownOf) {
      known = null;
      knownOf = staff;
      setMessages(null);
    }
    if (staff === null) return undefined;
    listeners.add(setMessages);
    void refreshOwnMessages();
    return () => void listeners.delete(setMessages);
  }, [staff]);
  return staff === null ? null : messages;
}

import { useEffect, useState } from "react";
import type { OwnMessages } from "../../../../shared/messages/grants";
import { useSignIn } from "../../features/people/sign-in";
import { callApi } from "../../http/call-api";

let known: OwnMessages | null = null;
/** Whose they are. */
let knownOf: string | null = null;
const listeners = new Set<(messages: OwnMessages | null) => void>();

/** How many messages may still be sent to whoever is signed in, as far as the phone knows; null: it does not. */
export function knownGrants(): OwnMessages["left"] | null {
  return known?.left ?? null;
}

/** Learns anew what waits for a keeper. Without a network what was known stays. */
export async function refreshOwnMessages(): Promise<void> {
  await callApi("GET /messages/mine", {}).then(
    (messages) => {
      // What is no such answer tells nothing: a proxy of somebody's hotel answers 200 to everything.
      if (!Array.isArray(messages.lines)) return;
      known = messages;
      for (const listener of listeners) listener(messages);
    },
    () => undefined,
  );
}

/** What waits for the keeper who is signed in, learned when a page opens; null: not known, or nobody's. */
export function useOwnMessages(): OwnMessages | null {
  const user = useSignIn()?.user;
  const keeper = user?.roles.includes("keeper") ? user.id : null;
  const [messages, setMessages] = useState(keeper === knownOf ? known : null);
  useEffect(() => {
    if (keeper === null) return undefined;
    // Somebody else on the same phone is shown nothing of who was there before.
    if (keeper !== knownOf) {
      known = null;
      knownOf = keeper;
      setMessages(null);
    }
    listeners.add(setMessages);
    void refreshOwnMessages();
    return () => void listeners.delete(setMessages);
  }, [keeper]);
  return keeper === null ? null : messages;
}

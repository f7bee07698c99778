import type { ClientError } from "../../../../shared/client-errors/client-error";
import { onNetworkReturn } from "../network-return";

/** Those for which the part that sends them has not come. */
let waiting: [kind: ClientError["kind"], thrown: unknown][] = [];

/** The part that sends errors comes with the first of them: most visits have none. */
export function tellOfError(kind: ClientError["kind"], thrown: unknown): void {
  if (waiting.length === 0) void send();
  waiting.push([kind, thrown]);
}

async function send(): Promise<void> {
  try {
    const { tell } = await import("./client-errors");
    const all = waiting;
    waiting = [];
    for (const [kind, thrown] of all) tell(kind, thrown);
  } catch {
    // Without a network it is asked for again when there is one.
    const stop = onNetworkReturn(() => {
      stop();
      void send();
    });
  }
}

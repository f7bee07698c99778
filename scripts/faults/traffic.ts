import { randomUUID } from "node:crypto";
import { type Answered, type Asked, ask } from "./ask-server.js";
import { pause, Tally } from "./play.js";
import type { Installation } from "./running-installation.js";

export type Acknowledged =
  | { kind: "booking"; id: string; userId: string }
  | { kind: "wish" | "report"; id: string }
  | { kind: "tap"; id: string; state: string };

interface Write {
  kind: Acknowledged["kind"];
  of: string;
  path: string;
  method: string;
  asked: Asked & { headers: Record<string, string> };
}

export interface Traffic {
  acknowledged: Acknowledged[];
  /** Stations of which nobody knows what the last tap came to. */
  unclear: Set<string>;
  /** Everything that was answered. */
  answers: Tally;
  /** So many writes were begun, and given up without an answer. */
  begun: () => number;
  givenUp: () => number;
  /** When something was last acknowledged, as `performance.now` says. */
  lastAt: () => number;
  /** Begins nothing new, and asks until all that was begun has an answer. */
  stop: () => Promise<void>;
}

const WRITERS = 8;
/** What is under way elsewhere, or was when a server died, is asked about again later: its key is free after a minute. */
const ASKED_AGAIN_FOR_MS = 2_000;
const LAST_ANSWERS_MS = 5_000;
/** After this every key that a death left under way is free again. */
export const KEYS_FREE_MS = 65_000;
const AGAIN_MS = 50;

/**
 * People book, wish and report, and keepers tap, each write under a key of its own, which is sent again until it is answered,
 * as phones do.
 *
 * @param lastAnswersMs how long what was begun is asked about in the end
 */
export function startTraffic(installation: Installation, lastAnswersMs = LAST_ANSWERS_MS): Traffic {
  const acknowledged: Acknowledged[] = [];
  const answers = new Tally();
  const later: Write[] = [];
  const unclear = new Set<string>();
  let begun = 0;
  let givenUp = 0;
  let lastAt = performance.now();
  let stopAt: number | null = null;

  const settle = (write: Write, { status, code, body }: Answered): boolean => {
    answers.add(`${status} ${code}`.trim());
    if (status === 0 || status >= 500 || code === "request_in_progress" || status === 429) return false;
    if (status < 300) {
      lastAt = performance.now();
      if (write.kind === "tap") unclear.delete(write.of);
      acknowledged.push(acknowledgement(write, body));
    }
    return true;
  };
  const carryOut = async (write: Write) => {
    begun += 1;
    if (write.kind === "tap") unclear.add(write.of);
    const startedAt = performance.now();
    for (;;) {
      const answer = await ask(`${installation.origin}${write.path}`, write.method, write.asked);
      if (settle(write, answer)) return;
      const isElsewhere = answer.code === "request_in_progress" && performance.now() - startedAt > ASKED_AGAIN_FOR_MS;
      if (isElsewhere || stopAt !== null) break;
      await pause(AGAIN_MS);
    }
    // The state of a station is what the last tap made it: an older one that is sent again would change it.
    if (write.kind === "tap") givenUp += 1;
    else later.push(write);
  };
  const resolve = async (write: Write) => {
    while (performance.now() < (stopAt ?? 0) + lastAnswersMs) {
      if (settle(write, await ask(`${installation.origin}${write.path}`, write.method, write.asked))) return;
      await pause(AGAIN_MS * 10);
    }
    givenUp += 1;
  };
  const writes = writesOf(installation);
  const work = async (first: number) => {
    for (let number = first; stopAt === null; number += WRITERS) {
      const write = writes(number);
      if (write === null) await pause(AGAIN_MS);
      else await carryOut(write);
    }
  };
  const running = Array.from({ length: WRITERS }, (_, first) => work(first));
  return {
    acknowledged,
    unclear,
    answers,
    begun: () => begun,
    givenUp: () => givenUp,
    lastAt: () => lastAt,
    stop: async () => {
      stopAt = performance.now();
      await Promise.all(running);
      await Promise.all(later.splice(0).map(resolve));
    },
  };
}

function acknowledgement({ kind, of, asked }: Write, body: Answered["body"]): Acknowledged {
  if (kind === "booking") return { kind, id: body?.bookingId ?? "", userId: of };
  if (kind === "tap") return { kind, id: of, state: (asked.json as { state: string }).state };
  return { kind, id: body?.id ?? "" };
}

/** The writes by number: each keeper is one writer's, so that nobody taps at one station twice at once. */
function writesOf({ people, keepers, sessionId }: Installation): (number: number) => Write | null {
  const contact = { name: "老马", phone: "13895071234", address: "丽景街 88 号院" };
  const inOrder = (stationId: string): (readonly [Write["kind"], string, string, object | undefined])[] => [
    ["booking", "POST", `/api/classes/${sessionId}/booking`, undefined],
    ["wish", "POST", "/api/wishes", { category: "warm_clothing", text: "想要一副防寒手套", contact, stationId }],
    ["report", "POST", `/api/stations/${stationId}/reports`, { kind: "other", note: "灯不亮了" }],
  ];
  const taps = new Map<string, number>();
  return (number) => {
    const keeper = keepers[number % WRITERS];
    if (keeper === undefined) return null;
    const turn = Math.floor(number / WRITERS) % 4;
    const [kind, method, path, json] = inOrder(keeper.stationId)[turn] ?? ["tap", "PUT", "", undefined];
    const headers = { "idempotency-key": randomUUID() };
    if (kind === "tap") {
      const tap = (taps.get(keeper.stationId) ?? 0) + 1;
      taps.set(keeper.stationId, tap);
      const asked = { token: keeper.token, headers, json: { state: tap % 2 === 0 ? "working" : "broken" } };
      return { kind, of: keeper.stationId, method, path: `/api/stations/${keeper.stationId}/amenities/wifi`, asked };
    }
    // Four turns of a writer are one person's three writes and a tap.
    const person = people[Math.floor(number / (4 * WRITERS)) * WRITERS + (number % WRITERS)];
    if (person === undefined) return null;
    return { kind, of: person.id, method, path, asked: { token: person.token, headers, json } };
  };
}

import type { ApiMap } from "../../../../../../shared/contract/api-map";
import type { NearestAnswer } from "../../../../../../shared/stations/station-answer";
import { API_BASE } from "../../../../build-settings";
import { sentHeader } from "../../../../http/sent-header";
import { serverClock } from "../../../../http/server-clock";

type NearestInput = ApiMap["GET /stations/nearest"]["input"];

/** The program asks by itself where nothing has come by then. */
const TIMEOUT_MS = 8_000;

let asked: { question: string; answer: Promise<NearestAnswer | null> } | null = null;

/**
 * Asks for the nearest stations before the program has come, on the web alone. The program that comes takes the answer up
 * ({@link takeEarlyAnswer}) and asks nothing twice.
 *
 * @returns null where there was no answer that can be read: the program will ask, and say what is wrong
 */
export function askEarlyAnswer(input: NearestInput): Promise<NearestAnswer | null> {
  const answer = Promise.race([fetchNearest(input).catch(() => null), after(TIMEOUT_MS)]);
  asked = { question: JSON.stringify(input), answer };
  return answer;
}

/** The answer to the very question, once; null: it was not asked, or there is none. */
export async function takeEarlyAnswer(input: NearestInput): Promise<NearestAnswer | null> {
  const taken = asked;
  asked = null;
  return taken?.question === JSON.stringify(input) ? taken.answer : null;
}

async function fetchNearest(input: NearestInput): Promise<NearestAnswer | null> {
  const sentAt = serverClock.phoneNow();
  const reply = await fetch(`${API_BASE}/stations/nearest?${queryOf(input)}`, { headers: sentHeader(null) });
  const body: unknown = reply.ok ? await reply.json() : null;
  if (typeof body !== "object" || body === null || !("stations" in body)) return null;
  const answer = body as NearestAnswer;
  serverClock.observe(Date.parse(answer.asOf), sentAt, serverClock.phoneNow());
  return answer;
}

function queryOf(input: NearestInput): string {
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}

function after(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}

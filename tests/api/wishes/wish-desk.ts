import type { MovedWish, SubmittedWish, WishView } from "../../../shared/wishes/wish-answer.js";
import type { WishMove } from "../../../shared/wishes/wish-states.js";
import { beijing, givenStation } from "../../support/given.js";
import { type Reply, startTestApp, type TestApp, type Transport } from "../../support/test-app.js";

export interface Failed {
  error: { code: string; current?: { id: string; state: string; version: number }; fields?: { path: string }[] };
}

export const CONTACT = { name: "马建国", phone: "13895071234", address: "丽景街 88 号院 3 号楼" };
export const WISH = { category: "warm_clothing", text: "想要一副防寒手套，骑车冻手", stationId: "st_demo_01" };
/** A Tuesday. */
export const START = beijing("2026-11-24T10:00");

/** The people of a story and what they do, each over the API. */
export async function openWishDesk(transport: Transport = "tcp", redisArguments: readonly string[] = []) {
  const test = await startTestApp(transport, redisArguments);
  const people = ["worker", "other", "officer", "officer2", "keeper"] as const;
  const tokens: Record<string, string> = {};

  /** Forgets everything and signs the people in again. */
  async function reset(): Promise<void> {
    await test.local.clear();
    test.setNow(START);
    test.logged.length = 0;
    tokens.worker = await test.signIn("worker", "老马");
    tokens.other = await test.signIn("worker", "小陈");
    tokens.officer = await test.signIn("officer", "王干部");
    tokens.officer2 = await test.signIn("officer", "李干部");
    tokens.keeper = await test.signIn("keeper", "张站长");
    await test.store(givenStation({ id: "st_demo_01", name: "丽景街驿站", address: "银川市兴庆区丽景街街道 1 号" }));
  }

  type Person = (typeof people)[number];
  const call = <Body>(
    who: Person | null,
    method: string,
    path: string,
    json?: unknown,
    headers?: Record<string, string>,
  ) => test.call<Body>(method, path, { token: who === null ? undefined : tokens[who], json, headers });

  const submit = (who: Person = "worker", wish: object = {}, headers: Record<string, string> = {}) =>
    call<SubmittedWish & Failed>(who, "POST", "/api/wishes", { ...WISH, contact: CONTACT, ...wish }, headers);

  const move = (who: Person, id: string, name: WishMove, input: object = {}, headers: Record<string, string> = {}) =>
    call<MovedWish & Failed>(who, "POST", `/api/wishes/${id}/${name}`, input, headers);

  const read = (who: Person, id: string) => call<WishView & Failed>(who, "GET", `/api/wishes/${id}`);

  /** A wish that has come so far by these moves of these people. */
  async function wishAfter(...steps: (readonly [Person, WishMove, object?])[]): Promise<string> {
    const { body } = await submit();
    for (const [who, name, input] of steps) {
      const reply = await move(who, body.id, name, input);
      if (reply.status !== 200) throw new Error(`${name}: ${reply.status} ${JSON.stringify(reply.body)}`);
    }
    return body.id;
  }

  const stateOf = async (id: string) => (await read("officer", id)).body.state;
  await reset();
  return { test, tokens, call, submit, move, read, wishAfter, stateOf, reset };
}

export type WishDesk = Awaited<ReturnType<typeof openWishDesk>>;

export const APPROVED = ["officer", "approve"] as const;
export const CLAIMED = [APPROVED, ["officer", "claim"]] as const;
export const READY = [...CLAIMED, ["officer", "ready", { window: "明天 9 点到 18 点" }]] as const;
export const DELIVERED = [...READY, ["officer", "deliver"]] as const;

/** What an answer says, in one line. */
export function outcome({ status, body }: Reply<Partial<Failed> & { state?: string }>): string {
  return `${status} ${body.error?.code ?? body.state ?? ""}`.trim();
}

export function setNow(test: TestApp, text: string): void {
  test.setNow(beijing(text));
}

import { Redis as TcpClient } from "ioredis";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DELIVERED, openWishDesk, type WishDesk } from "../../api/wishes/wish-desk.js";
import { addressesIn, isIn, keptFiles, UNCOMPRESSED_FILES } from "../../support/redis-dump.js";

const SECRETS = {
  name: "欧阳建国",
  phone: "13895071234",
  address: "丽景街 88 号院 3 号楼 502",
  text: "想给女儿买一盏护眼台灯写作业",
  edited: "想给小女儿买一盏台灯和一个书包",
  answer: "她在回民小学读三年级二班",
  question: "孩子叫什么名字在哪个学校",
  dispute: "灯罩是裂的没法用",
  thanks: "替孩子谢谢你们大家",
  withdrawal: "我爱人已经给买过了",
  helpedName: "没手机的赵桂花",
};
/** Kept in clear, so that the search is known to find what is there. */
const CARD = "环卫工 · 丽景街：一盏台灯";

describe("what Redis and the log keep of wishes", () => {
  let desk: WishDesk;
  let control: TcpClient;
  const printed: string[] = [];
  beforeAll(async () => {
    for (const method of ["log", "info", "warn", "error", "debug"] as const) {
      vi.spyOn(console, method).mockImplementation((...words) => void printed.push(JSON.stringify(words)));
    }
    desk = await openWishDesk("tcp", UNCOMPRESSED_FILES);
    control = new TcpClient({ port: desk.test.local.port, host: "127.0.0.1" });
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    control.disconnect();
    await desk.test.stop();
  });

  /**
   * Everything that is ever written of wishes, and some requests that fail.
   *
   * @returns the code of a slip, which opens what its holder alone may see
   */
  async function liveThrough(): Promise<string> {
    const { submit, move, read, call, test, tokens } = desk;
    const contact = { name: SECRETS.name, phone: SECRETS.phone, address: SECRETS.address };
    const first = await submit("worker", { text: SECRETS.text, contact, public: true }, { "idempotency-key": "first" });
    const { id } = first.body;
    await submit("worker", { text: SECRETS.text, contact }, { "idempotency-key": "refused" });
    await submit("worker", { text: SECRETS.text, contact: { ...contact, extra: SECRETS.name } });
    await call("worker", "PUT", `/api/wishes/${id}`, { text: SECRETS.edited, contact });
    await move("officer", id, "ask", { question: SECRETS.question }, { "idempotency-key": "ask" });
    await move("worker", id, "answer", { answer: SECRETS.answer }, { "idempotency-key": "answer" });
    await move("officer", id, "approve", { card: CARD });
    await move("officer", id, "claim", { unit: "丽景街街道工会" });
    await read("officer", id);
    await move("officer", id, "ready", { window: "明天" });
    await move("officer", id, "deliver");
    await move("worker", id, "dispute", { reason: SECRETS.dispute });
    for (const name of ["ready", "deliver"] as const) await move("officer", id, name);
    await move("worker", id, "confirm");
    await move("worker", id, "rate", { rating: 5, words: SECRETS.thanks });
    const second = await submit("worker", { contact });
    await move("worker", second.body.id, "withdraw", { reason: SECRETS.withdrawal });
    const headers = { "idempotency-key": "helped" };
    const helped = await submit("keeper", { text: SECRETS.text, contact: { name: SECRETS.helpedName } }, headers);
    const slipCode = helped.body.slipCode ?? "";
    expect((await call(null, "GET", `/api/wishes/slip/${slipCode}`)).status).toBe(200);
    await call("officer", "GET", `/api/wishes/open?street=${encodeURIComponent(SECRETS.address)}`);
    await call("worker", "GET", "/api/me/export");
    // A request that ends in a fault of ours, which is logged.
    const kept = await test.deps.wishes.find(helped.body.id);
    if (kept === null) throw new Error("the wish is missing");
    await test.deps.wishes.change({
      before: kept,
      after: { ...kept, version: kept.version + 1, text: kept.contact },
      audit: null,
      now: test.deps.clock(),
    });
    expect((await read("keeper", kept.id)).status).toBe(500);
    await call("worker", "DELETE", "/api/me");
    tokens.worker = await test.signIn("worker", "老马");
    await desk.wishAfter(...DELIVERED);
    return slipCode;
  }

  it("is no name, number, address or word of a worker, nor a code, in any spelling", async () => {
    const slipCode = await liveThrough();
    await control.call("SAVE");
    const kept = keptFiles(desk.test.local.folder);
    const logged = [Buffer.from(JSON.stringify(desk.test.logged)), Buffer.from(printed.join("\n"))];

    expect(isIn(kept, CARD)).toBe(true);
    expect(isIn(logged, "/api/wishes/:id/claim")).toBe(true);
    for (const [what, secret] of Object.entries({ ...SECRETS, slipCode })) {
      expect([what, isIn(kept, secret), isIn(logged, secret)]).toEqual([what, false, false]);
    }
    expect(addressesIn(kept)).toEqual([]);
  });

  it.each([
    ["as base64", (text: string) => Buffer.from(`{"a":"${text}"}`).toString("base64")],
    ["as base64 of an address", (text: string) => Buffer.from(`x${text}yz`).toString("base64url")],
    ["as escapes", (text: string) => text.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)],
    ["in the clear", (text: string) => `…${text}…`],
  ])("would be found if it stood there %s", async (_, spelled) => {
    await control.set("planted", spelled(SECRETS.name));
    await control.call("SAVE");
    const kept = keptFiles(desk.test.local.folder);
    expect(isIn(kept, SECRETS.name)).toBe(true);
    await control.del("planted");
  });
});

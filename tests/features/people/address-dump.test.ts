import { Redis as TcpClient } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { givenStation } from "../../support/given.js";
import { addressesIn, isIn, keptFiles, UNCOMPRESSED_FILES } from "../../support/redis-dump.js";
import { startTestApp, type TestApp } from "../../support/test-app.js";

const ADDRESSES = ["203.0.113.7", "2001:db8:1:2::7", "::ffff:198.51.100.9"];
/** As they are counted: without what a phone picks for itself. */
const NETWORKS = [...ADDRESSES, "2001:db8:1:2::/64", "2001:db8:1::/48", "198.51.100.9"];

/** What each of the calls answers, one after the other. */
const ANSWERS = [201, 201, 200, 410, 404, 404, 401];

describe("what Redis and the log keep of the addresses that people call from", () => {
  let test: TestApp;
  let control: TcpClient;
  beforeAll(async () => {
    test = await startTestApp("tcp", UNCOMPRESSED_FILES);
    test.deps.trustProxy = true;
    control = new TcpClient({ port: test.local.port, host: "127.0.0.1" });
    await test.store(givenStation({ id: "st_one" }));
  });
  afterAll(async () => {
    control.disconnect();
    await test.stop();
  });

  /** Everything that is counted or kept by an address, and what of it fails. */
  async function callFrom(address: string) {
    const headers = { "x-forwarded-for": address, "x-device-id": "a-random-device-1", "idempotency-key": address };
    const token = await test.signIn("worker", "李");
    const code = await test.call<{ code: string; secret: string }>("POST", "/api/sign-in/codes", { headers });
    const codePath = `/api/sign-in/codes/${code.body.code}`;
    const answers = [
      await test.call("POST", "/api/stations/st_one/reports", { headers, json: { kind: "door_closed", atDoor: true } }),
      await test.call("POST", "/api/stations/st_one/reports", { headers, token, json: { kind: "other", note: "暗" } }),
      await test.call("GET", "/api/reports/mine", { headers }),
      await test.call("POST", `${codePath}/token`, { headers, json: { secret: "wrong" } }),
      await test.call("GET", "/api/wishes/slip/AAAABBBBCCCC", { headers }),
      await test.call("GET", "/api/invitations/AAAABBBBCC", { headers, token }),
      await test.call("POST", "/api/stations", { headers, json: {} }),
    ];
    return answers.map(({ status }) => status);
  }

  it("is not one of them, in any spelling", async () => {
    for (const address of ADDRESSES) expect(await callFrom(address)).toEqual(ANSWERS);
    await control.call("SAVE");
    const kept = keptFiles(test.local.folder);
    const logged = Buffer.from(JSON.stringify(test.logged));
    expect(isIn(kept, "wrong-guesses:address:")).toBe(true);
    expect(isIn(kept, "writes:address:")).toBe(true);
    for (const address of NETWORKS) {
      expect([address, isIn(kept, address), isIn([logged], address)]).toEqual([address, false, false]);
    }
    expect(addressesIn([...kept, logged])).toEqual([]);
  });

  it.each(NETWORKS)("would be found if it stood there: %s", async (address) => {
    await control.set(`writes:address:${address}`, "1");
    await control.call("SAVE");
    const kept = keptFiles(test.local.folder);
    expect(isIn(kept, address)).toBe(true);
    expect(addressesIn(kept)).not.toEqual([]);
  });
});

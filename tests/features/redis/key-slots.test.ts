import { expect, it } from "vitest";
import { seedDemo } from "../../../api/demo/seed-demo.js";
import { connectRedis, type Observe } from "../../../api/redis/client.js";
import { isKeptInBackups } from "../../../api/redis/kept-keys.js";
import { keySlot } from "../../../api/redis/key-slot.js";
import { keys } from "../../../api/redis/keys.js";
import { redisDependencies, sealedDependencies } from "../../../api/wiring/redis-dependencies.js";
import { startTestApp } from "../../support/test-app.js";

it("hashes as Redis does", async () => {
  const test = await startTestApp("tcp", ["--cluster-enabled", "yes"]);
  for (const key of [
    "a",
    "{stations}:documents",
    "sign-in-code:ABC",
    "{}x{stations}",
    "x{a}{b}",
    "驿站",
    keys.jobsLock,
  ]) {
    expect([key, keySlot(key)]).toEqual([key, await test.local.control.call("CLUSTER", "KEYSLOT", key)]);
  }
  await test.stop();
});

it("keeps every command, script, transaction and batch of the whole demo in one slot", async () => {
  const test = await startTestApp();
  const asked: { slots: number[]; said: string }[] = [];
  const listen: Observe = (requester) => ({
    request: async (request) => {
      const { path, body } = request as { path?: string[]; body: unknown[] };
      const commands = path?.[0] === "pipeline" || path?.[0] === "multi-exec" ? (body as unknown[][]) : [body];
      const named: string[] = [];
      for (const [name, ...words] of commands) {
        const answer = await test.local.control
          .call("COMMAND", "GETKEYS", String(name), ...words.map(String))
          .catch(() => []);
        named.push(...(answer as string[]));
      }
      asked.push({ slots: [...new Set(named.map(keySlot))], said: `${commands.map(([name]) => name)} ${named}` });
      return requester.request(request) as never;
    },
  });
  const connection = await connectRedis({ transport: "tcp", url: test.local.url }, listen);
  const memory = { now: () => 0, loadsItself: false, documentBytes: 0, onFailure: () => undefined };
  await seedDemo({
    ...test.deps,
    ...redisDependencies(connection.redis, memory),
    ...sealedDependencies(connection.redis, test.deps.sealer),
  });
  expect(asked.length).toBeGreaterThan(100);
  expect(asked.filter(({ slots }) => slots.length > 1)).toEqual([]);
  connection.close();
  await test.stop();
});

it("keeps an answer beside what it answers for, so that both are lost or neither, and out of backups", () => {
  expect(keySlot(keys.idempotentWrite("digest"))).toBe(keySlot(keys.stationDocuments));
  expect(isKeptInBackups(keys.idempotentWrite("digest"))).toBe(false);
});

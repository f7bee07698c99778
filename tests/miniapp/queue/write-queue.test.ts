import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiFailure, type FailureCode } from "../../../miniapp/src/http/api-failure.js";
import { GOOD_FOR_MS, type PendingWrite, type SentWrite } from "../../../miniapp/src/queue/pending-write.js";
import { createWriteQueue, type WriteQueue } from "../../../miniapp/src/queue/write-queue.js";
import { MINUTE_MS } from "../../../shared/common/time.js";
import { givenDetail } from "../support/given.js";

/** A server that answers when the test says so, a phone that keeps what it is told to, and a queue between them. */
function phone() {
  const arrived: PendingWrite[] = [];
  const answers: { resolve: (output: unknown) => void; reject: (failure: ApiFailure) => void }[] = [];
  let stored = "[]";
  let keys = 0;
  let signedIn: string | null = "us_keeper";
  const openProgram = (): WriteQueue =>
    createWriteQueue({
      send: (write) => {
        arrived.push(write);
        return new Promise((resolve, reject) => answers.push({ resolve, reject }));
      },
      kept: JSON.parse(stored),
      keep: (writes) => {
        stored = JSON.stringify(writes);
      },
      phoneNow: () => Date.now(),
      newKey: () => `key-${++keys}`,
      currentUserId: () => signedIn,
    });
  return {
    openProgram,
    /** What was sent, as `DELETE closure key-1`. */
    sent: () => arrived.map(({ endpoint, key, input }) => `${short(endpoint, input)} ${key}`),
    kept: (): PendingWrite[] => JSON.parse(stored),
    signIn: (userId: string | null) => {
      signedIn = userId;
    },
    answer: async (at: number) => {
      answers[at]?.resolve(givenDetail());
      await vi.advanceTimersByTimeAsync(0);
    },
    fail: async (at: number, code: FailureCode) => {
      answers[at]?.reject(new ApiFailure(code));
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

function short(endpoint: string, input: object): string {
  return `${endpoint.split(" ")[0]} ${endpoint.split("/")[3]}${"state" in input ? ` ${input.state}` : ""}`;
}

const setState = (state: "working" | "broken", id = "st_a") => ({ id, kind: "microwave" as const, state });

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-03-03T02:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a write that is held back", () => {
  const report = { id: "st_a", kind: "door_closed" as const, atDoor: true };

  it("is sent when its time has come, not earlier, also when the network returns meanwhile", async () => {
    const { openProgram, sent } = phone();
    const queue = openProgram();
    queue.enqueue("POST /stations/:id/reports", report, { holdMs: 5_000 });
    queue.wake();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(sent()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent()).toHaveLength(1);
  });

  it("can be withdrawn until then, and not afterwards", async () => {
    const { openProgram, sent, kept } = phone();
    const queue = openProgram();
    const key = queue.enqueue("POST /stations/:id/reports", report, { holdMs: 5_000 });
    expect(queue.withdraw(key)).toBe(true);
    expect(kept()).toEqual([]);
    const again = queue.enqueue("POST /stations/:id/reports", report, { holdMs: 5_000 });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(queue.withdraw(again)).toBe(false);
    expect(sent()).toHaveLength(1);
  });

  it("is sent by the next run of the program, where it was closed meanwhile", async () => {
    const { openProgram, sent } = phone();
    openProgram().enqueue("POST /stations/:id/reports", report, { holdMs: 5_000 });
    openProgram().wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent()).toHaveLength(1);
  });
});

describe("the queue of writes", () => {
  it("keeps a write on the phone before it sends it, and forgets it once the server has answered", async () => {
    const { openProgram, sent, kept, answer } = phone();
    const queue = openProgram();
    const told: SentWrite[] = [];
    queue.onSent((write) => told.push(write));
    queue.enqueue("POST /stations/:id/confirm", { id: "st_a" });
    expect(sent()).toEqual(["POST confirm key-1"]);
    expect(kept()).toMatchObject([{ key: "key-1", recordId: "st_a", state: "sending" }]);
    await answer(0);
    expect(kept()).toEqual([]);
    expect(told).toMatchObject([{ endpoint: "POST /stations/:id/confirm", output: { id: "st_given" } }]);
  });

  it("sends what was on its way when the program was closed, once, under the key it had", async () => {
    const { openProgram, sent, kept, answer } = phone();
    openProgram().enqueue("POST /stations/:id/confirm", { id: "st_a" });
    const reopened = openProgram();
    reopened.wake();
    expect(sent()).toEqual(["POST confirm key-1", "POST confirm key-1"]);
    await answer(1);
    expect(kept()).toEqual([]);
  });

  it("sends the writes of a record one after the other, those of two records at once", async () => {
    const { openProgram, sent, answer } = phone();
    const queue = openProgram();
    queue.enqueue("DELETE /stations/:id/closure", { id: "st_a" });
    queue.enqueue("POST /stations/:id/confirm", { id: "st_a" });
    queue.enqueue("DELETE /stations/:id/today", { id: "st_b" });
    expect(sent()).toEqual(["DELETE closure key-1", "DELETE today key-3"]);
    await answer(0);
    expect(sent().slice(2)).toEqual(["POST confirm key-2"]);
  });

  it("waits longer after every attempt without network, a minute at most", async () => {
    const { openProgram, sent, fail } = phone();
    const queue = openProgram();
    queue.enqueue("POST /stations/:id/confirm", { id: "st_a" });
    for (const [attempt, seconds] of [2, 4, 8, 16, 32, 60, 60].entries()) {
      await fail(attempt, "offline");
      await vi.advanceTimersByTimeAsync(seconds * 1_000 - 1);
      expect(sent()).toHaveLength(attempt + 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(sent()).toHaveLength(attempt + 2);
    }
  });

  it("sends at once when the network returns", async () => {
    const { openProgram, sent, fail } = phone();
    const queue = openProgram();
    queue.enqueue("POST /stations/:id/confirm", { id: "st_a" });
    await fail(0, "offline");
    expect(queue.writes.get()).toMatchObject([{ state: "waiting", failure: "offline" }]);
    queue.wake();
    expect(sent()).toHaveLength(2);
  });

  it("does not send a second time what is on its way when the network returns", () => {
    const { openProgram, sent } = phone();
    const queue = openProgram();
    queue.enqueue("POST /stations/:id/confirm", { id: "st_a" });
    queue.wake();
    expect(sent()).toHaveLength(1);
  });

  it("lets a newer tap on the same thing take the place of one that waits for the network", async () => {
    const { openProgram, sent, fail, answer } = phone();
    const queue = openProgram();
    queue.enqueue("PUT /stations/:id/amenities/:kind", { ...setState("broken"), kind: "toilet" });
    queue.enqueue("PUT /stations/:id/amenities/:kind", setState("broken"));
    queue.enqueue("PUT /stations/:id/amenities/:kind", setState("working"));
    queue.enqueue("DELETE /stations/:id/amenities/:kind", { id: "st_a", kind: "microwave" });
    expect(queue.writes.get().map(({ key }) => key)).toEqual(["key-1", "key-4"]);
    await answer(0);
    await fail(1, "offline");
    queue.enqueue("PUT /stations/:id/amenities/:kind", setState("working"));
    expect(sent()).toEqual(["PUT amenities broken key-1", "DELETE amenities key-4", "PUT amenities working key-5"]);
  });

  it("keeps a newer tap behind one that is on its way, so that the newer one stands", async () => {
    const { openProgram, sent, answer } = phone();
    const queue = openProgram();
    queue.enqueue("PUT /stations/:id/amenities/:kind", setState("broken"));
    queue.enqueue("PUT /stations/:id/amenities/:kind", setState("working"));
    queue.enqueue("PUT /stations/:id/amenities/:kind", setState("broken"));
    await answer(0);
    expect(sent()).toEqual(["PUT amenities broken key-1", "PUT amenities broken key-3"]);
  });

  it("takes the same tap twice for one", () => {
    const { openProgram } = phone();
    const queue = openProgram();
    const key = queue.enqueue("POST /stations/:id/confirm", { id: "st_a" });
    expect(queue.enqueue("POST /stations/:id/confirm", { id: "st_a" })).toBe(key);
    expect(queue.writes.get()).toHaveLength(1);
  });

  it.each(["conflict", "not_allowed", "not_found", "invalid_input", "sign_in_expired"] as const)(
    "gives up at %s, lets the next write through, and sends again when told to",
    async (code) => {
      const { openProgram, sent, fail, kept } = phone();
      const queue = openProgram();
      queue.enqueue("DELETE /stations/:id/closure", { id: "st_a" });
      queue.enqueue("POST /stations/:id/confirm", { id: "st_a" });
      await fail(0, code);
      expect(kept()[0]).toMatchObject({ state: "failed", failure: code });
      expect(sent()).toEqual(["DELETE closure key-1", "POST confirm key-2"]);
      await vi.advanceTimersByTimeAsync(MINUTE_MS);
      expect(sent()).toHaveLength(2);
      await fail(1, "not_allowed");
      queue.retry("key-1");
      expect(sent()[2]).toBe("DELETE closure key-1");
    },
  );

  it("never sends under one sign-in what was tapped under another", async () => {
    const { openProgram, sent, fail, kept, signIn } = phone();
    const queue = openProgram();
    const key = queue.enqueue("POST /stations/:id/confirm", { id: "st_a" });
    await fail(0, "offline");
    signIn("us_other");
    queue.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(kept()).toMatchObject([{ state: "failed", failure: "not_signed_in" }]);
    signIn("us_keeper");
    queue.retry(key);
    expect(sent()).toHaveLength(2);
  });

  it("goes on by itself, in order, with what wanted a sign-in, when the same person is back", async () => {
    const { openProgram, sent, fail, answer, kept, signIn } = phone();
    const queue = openProgram();
    queue.enqueue("DELETE /stations/:id/closure", { id: "st_a" });
    queue.enqueue("POST /stations/:id/confirm", { id: "st_a" });
    await fail(0, "sign_in_expired");
    await fail(1, "not_allowed");
    signIn("us_other");
    queue.resume();
    expect(sent()).toHaveLength(2);
    signIn("us_keeper");
    queue.resume();
    expect(sent().slice(2)).toEqual(["DELETE closure key-1"]);
    await answer(2);
    expect(kept()).toMatchObject([{ key: "key-2", state: "failed", failure: "not_allowed" }]);
  });

  it("does not go on with what is no longer good by the time of the sign-in", async () => {
    const { openProgram, sent, fail, kept } = phone();
    const queue = openProgram();
    queue.enqueue("DELETE /stations/:id/closure", { id: "st_a" });
    await fail(0, "sign_in_expired");
    await vi.advanceTimersByTimeAsync(GOOD_FOR_MS + 1);
    queue.resume();
    expect(sent()).toHaveLength(1);
    expect(kept()).toMatchObject([{ state: "failed", failure: "too_late" }]);
  });

  it("forgets what was given up, but nothing that is under way", async () => {
    const { openProgram, fail, kept } = phone();
    const queue = openProgram();
    const key = queue.enqueue("DELETE /stations/:id/closure", { id: "st_a" });
    queue.discard(key);
    expect(kept()).toHaveLength(1);
    await fail(0, "conflict");
    queue.discard(key);
    expect(kept()).toEqual([]);
  });

  it("gives up on a server that answers with nothing but errors of its own", async () => {
    const { openProgram, fail, kept } = phone();
    openProgram().enqueue("POST /stations/:id/confirm", { id: "st_a" });
    for (let attempt = 0; attempt < 5; attempt++) {
      await fail(attempt, "internal");
      await vi.advanceTimersByTimeAsync(MINUTE_MS);
    }
    expect(kept()).toMatchObject([{ state: "failed", failure: "internal", attempts: 5 }]);
  });

  it("does not send by itself what is so old that it may no longer be true", async () => {
    const { openProgram, sent, fail, kept } = phone();
    const queue = openProgram();
    queue.enqueue("POST /stations/:id/confirm", { id: "st_a" }, { goodForMs: 2 * 60 * MINUTE_MS });
    queue.enqueue("DELETE /stations/:id/closure", { id: "st_b" });
    await fail(0, "offline");
    await fail(1, "offline");
    vi.setSystemTime(Date.now() + 2 * 60 * MINUTE_MS + 1);
    queue.wake();
    expect(kept()).toMatchObject([{ state: "failed", failure: "too_late" }, { state: "sending" }]);
    expect(sent()).toHaveLength(3);
    await fail(2, "offline");
    vi.setSystemTime(Date.now() + GOOD_FOR_MS);
    openProgram().wake();
    expect(kept().map(({ failure }) => failure)).toEqual(["too_late", "too_late"]);
  });
});

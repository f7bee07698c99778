import { describe, expect, it } from "vitest";
import { redisTrouble } from "../../api/redis-trouble.js";

describe("what an error says of Redis", () => {
  it.each([
    ["OOM command not allowed when used memory > 'maxmemory'. script: 7f2, on @user_script:3.", "refuses", "OOM"],
    ['OOM command not allowed when used memory > \'maxmemory\'., command was: ["set","a"]', "refuses", "OOM"],
    ["READONLY You can't write against a read only replica.", "refuses", "READONLY"],
    ["ERR Error running script (call to f_7f2): @user_script:3: -READONLY You can't write", "refuses", "READONLY"],
    ["Command 2 [ hset ] failed: NOREPLICAS Not enough good replicas to write.", "refuses", "NOREPLICAS"],
    ["Command failed: OOM command not allowed. script: e7d, on @user_script:4.", "refuses", "OOM"],
    ["LOADING Redis is loading the dataset in memory", "refuses", "LOADING"],
    ["CLUSTERDOWN Hash slot not served", "refuses", "CLUSTERDOWN"],
    ["MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.", "refuses", "MASTERDOWN"],
    ["BUSY Redis is busy running a script.", "refuses", "BUSY"],
    ["MISCONF Redis is configured to save RDB snapshots", "refuses", "MISCONF"],
    ["MOVED 3999 127.0.0.1:6381", "refuses", "MOVED"],
    ["ERR max daily request limit exceeded. Limit: 10000", "refuses", "QUOTA"],
    ["Connection is closed.", "down", "Connection is closed"],
    ["No answer from Redis within 3000 ms", "down", "No answer from Redis"],
  ])("%s: %s, %s", (message, state, reason) => {
    expect(redisTrouble(new Error(message))).toEqual({ state, reason });
  });

  it.each([
    'WRONGTYPE Operation against a key holding the wrong kind of value, command was: ["set","a","OOM now"]',
    "ERR value is not an integer or out of range",
    "name: OOM is too long",
  ])("nothing: %s", (message) => {
    expect(redisTrouble(new Error(message))).toBeNull();
  });

  it("looks for what caused an error", () => {
    const cause = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(redisTrouble(new TypeError("failed", { cause }))).toEqual({ state: "down", reason: "ECONNREFUSED" });
  });
});

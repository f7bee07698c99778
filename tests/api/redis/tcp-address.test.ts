import { describe, expect, it } from "vitest";
import { readTcpAddress } from "../../../api/redis/tcp-address.js";

describe("the address of a Redis", () => {
  it.each([
    ["redis://127.0.0.1:6379", { topology: "single", url: "redis://127.0.0.1:6379" }],
    ["rediss://:p@redis.example:6380/0", { topology: "single", url: "rediss://:p@redis.example:6380/0" }],
    [
      "redis+sentinel://:a%40b@10.0.0.1,10.0.0.2:26380/mymaster",
      {
        topology: "sentinel",
        name: "mymaster",
        nodes: [
          { host: "10.0.0.1", port: 26_379 },
          { host: "10.0.0.2", port: 26_380 },
        ],
        tls: false,
        password: "a@b",
      },
    ],
    [
      "rediss+cluster://app:secret@[::1]:7000,two.example",
      {
        topology: "cluster",
        nodes: [
          { host: "::1", port: 7_000 },
          { host: "two.example", port: 6_379 },
        ],
        tls: true,
        username: "app",
        password: "secret",
      },
    ],
  ])("%s", (text, address) => {
    expect(readTcpAddress(text)).toEqual(address);
  });

  it.each([
    "http://127.0.0.1:6379",
    "redis+sentinel://10.0.0.1:26379",
    "redis+cluster://10.0.0.1:7000/mymaster",
    "redis+cluster://10.0.0.1:70000",
    "redis+cluster://",
    "redis://",
  ])("%s is none", (text) => {
    expect(readTcpAddress(text)).toBeNull();
  });
});

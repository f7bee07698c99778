import { expect, it } from "vitest";
import { createApp } from "../../api/app.js";
import { readEnv } from "../../api/env.js";
import type { ApiMap } from "../../shared/contract/api-map.js";
import { DEFAULT_WISH_SETTINGS } from "../../shared/wishes/wish-settings.js";
import { startTestApp } from "../support/test-app.js";

const SECRETS = {
  REDIS_URL: "redis://127.0.0.1:1",
  PUBLIC_URL: "https://yizhan.example.cn",
  TOKEN_SECRET: "s".repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
};

type Settings = ApiMap["GET /settings"]["output"];

it("tells a phone how long this installation keeps what is in wishes", async () => {
  const set = readEnv({ ...SECRETS, WISH_KEPT_DAYS: "365", WISH_CONFIRM_DAYS: "10" }).wishes;
  const test = await startTestApp();
  const reply = await createApp({ ...test.deps, wishSettings: set }).request("/api/settings");
  await test.stop();
  const body = (await reply.json()) as Settings;
  expect(body).toEqual({ wishKeptDays: 365, wishConfirmDays: 10 });
  expect(DEFAULT_WISH_SETTINGS.keptDays).toBe(180);
});

import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** No test is about how long something takes: a machine that is busy with everything else may take its time. */
const PATIENCE_MS = 120_000;
/** Each takes a browser's page, a server and a Redis. */
const JOURNEYS_AT_ONCE = Math.min(availableParallelism(), 4);

export default defineConfig({
  test: {
    // Every core: what starts the workers has little to do while they run. They keep what they have loaded for the next
    // file, but for the mini-program's, whose modules hold what a phone holds.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "shared",
          setupFiles: ["tests/support/random-seed.ts"],
          include: ["tests/shared/**/*.test.ts", "tests/desk/**/*.test.ts", "tests/docs/**/*.test.ts"],
          environment: "node",
          isolate: false,
          // The opening rule is about Beijing, wherever it runs: the tests run far from it.
          env: { TZ: "America/New_York" },
          testTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: "api",
          setupFiles: ["tests/support/random-seed.ts"],
          include: ["tests/api/**/*.test.ts", "tests/features/**/*.test.ts", "tests/scripts/**/*.test.ts"],
          environment: "node",
          isolate: false,
          env: { TZ: "America/New_York" },
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        define: {
          "process.env.TARO_ENV": JSON.stringify("h5"),
          API_ORIGIN: JSON.stringify(""),
          TILE_SOURCE: JSON.stringify(null),
          SPEECH_PLUGIN: JSON.stringify("off"),
          OPERATOR_NAME: JSON.stringify(""),
          VERSION_OF_CLIENT: JSON.stringify("0.0.0"),
          COMPLAINT_PHONE: JSON.stringify("12351"),
        },
        oxc: { jsx: { runtime: "automatic" } },
        resolve: {
          // The web's half of what differs between WeChat and the web.
          extensions: [".h5.tsx", ".h5.ts", ".tsx", ".ts", ".mjs", ".js", ".json"],
          alias: {
            "@tarojs/components": fileURLToPath(new URL("tests/miniapp/support/taro-components.tsx", import.meta.url)),
            "@tarojs/taro": fileURLToPath(new URL("tests/miniapp/support/taro.ts", import.meta.url)),
          },
        },
        test: {
          name: "miniapp",
          setupFiles: ["tests/miniapp/support/patience.ts"],
          include: ["tests/miniapp/**/*.test.{ts,tsx}"],
          environment: "happy-dom",
          environmentOptions: { happyDOM: { width: 390, height: 844 } },
          env: { TZ: "America/New_York" },
          testTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: "weapp",
          setupFiles: ["tests/weapp/support/pass-rejections.ts"],
          include: ["tests/weapp/**/*.test.ts"],
          environment: "node",
          isolate: false,
          env: { TZ: "America/New_York" },
          globalSetup: ["tests/weapp/support/set-up.ts"],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          environment: "node",
          isolate: false,
          env: { TZ: "America/New_York" },
          globalSetup: ["tests/journeys/support/set-up.ts"],
          // When all else is done: a journey waits for what the browser shows, and only so long.
          maxWorkers: JOURNEYS_AT_ONCE,
          sequence: { groupOrder: 1 },
          // A browser is now and then late on a busy machine; what is wrong fails twice.
          retry: 1,
          expect: { poll: { timeout: 30_000 } },
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
    ],
  },
});

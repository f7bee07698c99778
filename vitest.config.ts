import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "shared",
          include: ["tests/shared/**/*.test.ts", "tests/docs/**/*.test.ts"],
          environment: "node",
          // The opening rule is about Beijing, wherever it runs: the tests run far from it.
          env: { TZ: "America/New_York" },
        },
      },
      {
        test: {
          name: "api",
          include: ["tests/api/**/*.test.ts", "tests/scripts/**/*.test.ts"],
          environment: "node",
          env: { TZ: "America/New_York" },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

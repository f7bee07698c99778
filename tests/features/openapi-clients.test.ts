import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp } from "../support/test-app.js";

const LONG_MS = 180_000;
const packages = dirname(dirname(createRequire(import.meta.url).resolve("typescript/package.json")));

let folder: string;
let description: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yizhan-clients-"));
  description = join(folder, "openapi.json");
  const test = await startTestApp();
  const { body } = await test.call("GET", "/api/openapi.json");
  await test.stop();
  await writeFile(description, JSON.stringify(body));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a program of an installed package in the folder. @returns what it wrote, and its exit code */
async function run(program: string, ...values: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const options = { cwd: folder, env, maxBuffer: 2 ** 26 };
  try {
    const { stdout, stderr } = await promisify(execFile)(join(packages, ".bin", program), values, options);
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code = 1, stdout = "", stderr = "" } = error as { code?: number; stdout?: string; stderr?: string };
    return { code, said: stdout + stderr };
  }
}

/** The errors of the type checker for a client and a program that uses it. */
async function typeErrors(client: string, program: string): Promise<string> {
  await writeFile(join(folder, `uses-${client}`), program);
  const strict = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--lib", "es2023,dom"];
  const modules = ["--module", "esnext", "--moduleResolution", "bundler"];
  const { said } = await run("tsc", ...strict, ...modules, client, `uses-${client}`);
  return said;
}

it("has no errors by Redocly's rules", { timeout: LONG_MS }, async () => {
  const { code, said } = await run("redocly", "lint", description, "--format=json");
  const { totals, problems } = JSON.parse(said.slice(said.indexOf("{"), said.lastIndexOf("}") + 1));
  const errors = problems.filter(({ severity }: { severity: string }) => severity === "error");
  expect([code, totals.errors, errors]).toEqual([0, 0, []]);
});

it("gives a client by openapi-typescript that compiles", { timeout: LONG_MS }, async () => {
  expect(await run("openapi-typescript", description, "-o", "types.ts")).toMatchObject({ code: 0 });
  const program = `
    import type { paths } from "./types";
    type Nearest = paths["/api/stations/nearest"]["get"]["responses"]["200"]["content"]["application/json"];
    export const nameOf = ({ stations }: Nearest): string | undefined => stations[0]?.name;
  `;
  expect(await typeErrors("types.ts", program)).toBe("");
});

it("gives a client by orval that compiles", { timeout: LONG_MS }, async () => {
  const output = { target: "./client.ts", client: "fetch", mode: "single" };
  const config = { yizhan: { input: description, output } };
  await writeFile(join(folder, "orval.config.cjs"), `module.exports = ${JSON.stringify(config)};`);
  expect(await run("orval", "--config", "./orval.config.cjs")).toMatchObject({ code: 0 });
  const program = `
    import { listNearest } from "./client";
    export async function names(): Promise<string[]> {
      const { data, status } = await listNearest({ latitude: "38.47", longitude: "106.28" });
      return status === 200 ? data.stations.map(({ name }) => name) : [];
    }
  `;
  expect(await typeErrors("client.ts", program)).toBe("");
});

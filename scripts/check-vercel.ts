/**
 * `npm run check:vercel`: builds the deployment as Vercel would, from a clean copy of the files under version control,
 * then loads the built function far from this repository's packages and calls it. Needs no account and deploys nothing.
 */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { givenStation } from "../tests/support/given.js";
import { startLocalRedis } from "../tests/support/local-redis.js";
import { startRestGateway } from "../tests/support/rest-gateway.js";
import { ensureRedisServer } from "./set-up/redis-binary.mjs";
import { runCommand, runNpm } from "./set-up/run-command.mjs";

const VERCEL = "vercel@60.0.0";
const FUNCTION = "api/index.ts";
const CRON_PATH = "/api/jobs/run";
const OUTPUT = path.join(".vercel", "output");

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
/** Hundreds of megabytes, hence apart from the product's own packages; kept between runs. */
const cliFolder = path.join(root, ".vercel-check");

interface Answer {
  status: number;
  type: string | null;
  body: string;
}

const EXPECTED_ANSWERS = [
  { path: "/api/health", status: 200, type: "application/json", says: '"redis":"up"' },
  {
    path: "/api/stations/nearest?latitude=34.75&longitude=113.66",
    status: 200,
    type: "application/json",
    says: '"stations":[]',
  },
  { path: "/api/openapi.json", status: 200, type: "application/json", says: "/api/stations/nearest" },
  { path: "/api/docs", status: 200, type: "text/html", says: "<html" },
  { path: "/api/docs/swagger-ui-bundle.js", status: 200, type: "text/javascript", says: "SwaggerUIBundle" },
  { path: "/api/no/such/route", status: 404, type: "application/json", says: '"code":"not_found"' },
  // Where Vercel's cron calls, for who does not know the secret.
  { path: CRON_PATH, status: 401, type: "application/json", says: '"code":"not_signed_in"' },
  // Demo routes exist in demo mode only, and a deployment is production.
  { path: "/api/demo/clock", status: 404, type: "application/json", says: '"code":"not_found"' },
];

const workFolder = mkdtempSync(path.join(tmpdir(), "yizhan-vercel-"));
try {
  // The build succeeds on type errors and missing imports, so the types are checked first.
  await succeed("npm run check:types", runNpm(["run", "check:types"], { cwd: root, quiet: true }));
  const cli = await installCli();
  const tree = await build(cli);
  checkOutput(path.join(tree, OUTPUT));
  await checkAnswers(tree);
  console.log("✓ The deployment builds, and its function answers.");
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  rmSync(workFolder, { recursive: true, force: true });
}

async function installCli(): Promise<string> {
  const cli = path.join(cliFolder, "node_modules", ".bin", "vercel");
  if (existsSync(cli) && readFileSync(path.join(cliFolder, "package.json"), "utf8").includes(VERCEL)) return cli;
  console.log(`▸ Installing ${VERCEL} in ${cliFolder} (about half a minute)`);
  mkdirSync(cliFolder, { recursive: true });
  writeFileSync(path.join(cliFolder, "package.json"), JSON.stringify({ private: true, description: VERCEL }));
  const words = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", VERCEL];
  await succeed(`npm install ${VERCEL}`, runNpm(words, { cwd: cliFolder, step: VERCEL, quiet: true }));
  return cli;
}

/** @returns the copy of the tree, with what would be deployed below it */
async function build(cli: string): Promise<string> {
  const tree = path.join(workFolder, "tree");
  await copyTree(tree);
  mkdirSync(path.join(tree, ".vercel"));
  const project = { projectId: "prj_check", orgId: "team_check", settings: {} };
  writeFileSync(path.join(tree, ".vercel", "project.json"), JSON.stringify(project));
  console.log("▸ vercel build: installs and builds from nothing (a few minutes)");
  const env = { ...process.env, VERCEL_TELEMETRY_DISABLED: "1" };
  const run = runCommand(cli, ["build", "--yes", "--prod"], { cwd: tree, env, step: "vercel build", quiet: true });
  await succeed("vercel build", run);
  return tree;
}

async function copyTree(to: string): Promise<void> {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { stdout } = await promisify(execFile)("git", list, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  for (const file of stdout.split("\0").filter((name) => name !== "" && existsSync(path.join(root, name)))) {
    cpSync(path.join(root, file), path.join(to, file));
  }
}

/** Exactly one function, the pages beside it, and everything under /api led to the function. */
function checkOutput(output: string): void {
  const functions = readdirSync(path.join(output, "functions"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".func"))
    .map((name) => name.replace(/\.func$/, ""));
  expectEqual("the functions", functions, [FUNCTION]);
  expectEqual("a first page", existsSync(path.join(output, "static", "index.html")), true);
  expectEqual("the desk", existsSync(path.join(output, "static", "desk", "index.html")), true);
  const { routes, crons }: { routes: { src?: string; dest?: string }[]; crons?: { path: string }[] } = JSON.parse(
    readFileSync(path.join(output, "config.json"), "utf8"),
  );
  expectEqual("what the cron calls", crons?.[0]?.path, CRON_PATH);
  const route = routes.find(({ src, dest }) => dest && src && new RegExp(src).test("/api/stations/nearest"));
  expectEqual("where /api leads", route?.dest, `/${FUNCTION}`);
}

/** Calls the function over the transport it has in production, in front of a Redis of this machine. */
async function checkAnswers(tree: string): Promise<void> {
  process.env.REDIS_SERVER_PATH = await ensureRedisServer();
  const redis = await startLocalRedis();
  const gateway = await startRestGateway(redis.url);
  try {
    // Far from any node_modules but its own: a package that was not bundled must be missed.
    const lonely = path.join(workFolder, "function");
    const builtFunction = path.join(tree, OUTPUT, "functions", `${FUNCTION}.func`);
    cpSync(builtFunction, lonely, { recursive: true, dereference: true });
    const { handler, filePathMap = {} }: { handler: string; filePathMap?: Record<string, string> } = JSON.parse(
      readFileSync(path.join(lonely, ".vc-config.json"), "utf8"),
    );
    // Files that vercel.json adds are named instead of copied, from the root of the tree.
    for (const [to, from] of Object.entries(filePathMap)) cpSync(path.join(tree, from), path.join(lonely, to));
    await checkPhotos(path.join(lonely, handler));
    await checkWorker(path.join(lonely, handler));
    const answers = await callFunction(path.join(lonely, handler), {
      UPSTASH_REDIS_REST_URL: gateway.url,
      UPSTASH_REDIS_REST_TOKEN: gateway.token,
      TOKEN_SECRET: "only for this check, and long enough for it",
      ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64"),
      VERCEL_PROJECT_PRODUCTION_URL: "yizhan.example.cn",
    });
    for (const { path: asked, status, type, says } of EXPECTED_ANSWERS) {
      const answer = answers[asked];
      expectEqual(`GET ${asked}`, answer?.status, status);
      expectEqual(`the type of ${asked}`, answer?.type?.startsWith(type), true);
      if (!answer?.body.includes(says)) throw new Error(`GET ${asked} does not say ${says}: ${answer?.body}`);
      console.log(`  GET ${asked} → ${status}`);
    }
  } finally {
    await gateway.stop();
    await redis.stop();
  }
}

/**
 * What shrinks photos is a package with machine code of its own, which a bundle may leave behind: it has to work
 * there.
 */
async function checkPhotos(entry: string): Promise<void> {
  const program = `
    const { createRequire } = await import("node:module");
    const sharp = createRequire(process.argv[1])("sharp");
    const picture = { create: { width: 8, height: 8, channels: 3, background: "red" } };
    const { info } = await sharp(picture).jpeg({ mozjpeg: true }).toBuffer({ resolveWithObject: true });
    process.stdout.write(info.format);
  `;
  const words = ["--input-type=module", "-e", program, entry];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: path.dirname(entry) });
  expectEqual("the photo that sharp wrote in the function", stdout, "jpeg");
  console.log("  sharp writes a JPEG in the function");
}

/** A worker thread's file and the fonts have to be there, too: a poster is drawn as a function draws it. */
async function checkWorker(entry: string): Promise<void> {
  const program = `
    const { createHeavyWork } = await import(process.argv[1]);
    const heavyWork = createHeavyWork((prefix) => prefix + Math.random());
    const { station } = JSON.parse(process.argv[2]);
    const png = await heavyWork.run("drawPoster", {
      station,
      link: "https://yizhan.example/",
      format: "png",
      miniProgramCode: null,
    });
    process.stdout.write(String.fromCharCode(...png.subarray(1, 4)), () => process.exit(0));
  `;
  const file = path.join(path.dirname(entry), "heavy-work", "heavy-work.js");
  const words = ["--input-type=module", "-e", program, file, JSON.stringify({ station: givenStation() })];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: path.dirname(entry) });
  expectEqual("the poster that a worker drew in the function", stdout, "PNG");
  console.log("  a worker thread draws a poster in the function");
}

async function callFunction(entry: string, env: NodeJS.ProcessEnv): Promise<Record<string, Answer | undefined>> {
  const program = `
    const { default: app } = await import(process.argv[1]);
    const answers = {};
    for (const path of process.argv.slice(2)) {
      const reply = await app.fetch(new Request("https://yizhan.example" + path));
      answers[path] = { status: reply.status, type: reply.headers.get("content-type"), body: await reply.text() };
    }
    process.stdout.write("\\n" + JSON.stringify(answers) + "\\n", () => process.exit(0));
  `;
  const paths = EXPECTED_ANSWERS.map((answer) => answer.path);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "-e", program, entry, ...paths],
    { cwd: path.dirname(entry), env: { PATH: process.env.PATH, ...env }, maxBuffer: 16 * 1024 * 1024 },
  );
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

async function succeed(what: string, run: Promise<number>): Promise<void> {
  const code = await run;
  if (code !== 0) throw new Error(`${what} ended with ${code}.`);
}

function expectEqual(what: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  throw new Error(`${what}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}.`);
}

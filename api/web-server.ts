import { resolve } from "node:path";
import { createApp } from "./app.js";
import type { Dependencies } from "./dependencies.js";
import type { Env } from "./env.js";
import { compressing } from "./http/compressing.js";
import { nodeServerOf } from "./http/node-server-of.js";
import type { JobTimer } from "./jobs/job-timer.js";
import { logInBatches } from "./log-lines.js";
import { arePagesBuilt, pageRoutes } from "./pages/page-routes.js";
import { redisTrouble } from "./redis-trouble.js";
import { liveDependencies } from "./wiring/live-dependencies.js";

/** Connections that may wait to be taken: Node's own 511 are fewer than a class that opens for booking brings at once. */
const MOST_CONNECTING = 4_096;
/** What the first answers do not need is loaded this long after the server listens, before somebody asks for it. */
const REST_AFTER_MS = 2_000;
/** Examples that could not be made are tried again after this long. */
const SEED_AGAIN_MS = 5_000;
/** Requests that are still being answered get this long once the server is told to stop. */
const LAST_ANSWERS_MS = 5_000;

/**
 * Serves the API under /api and the web build of the mini-program under /, until this process is told to stop. What is being
 * answered then is answered first.
 */
export async function serve(env: Env): Promise<void> {
  const pagesFolder = resolve(env.pagesFolder);
  const { log, flush } = logInBatches((lines) => process.stdout.write(lines));
  process.once("exit", flush);
  const deps = {
    ...(await liveDependencies(env)),
    log,
    arePagesReady: () => arePagesBuilt(pagesFolder),
    compressesAnswers: true,
  };
  const seeding = env.mode === "demo" ? await seedUntilWhole(deps) : null;

  const unfollow = deps.snapshot.follow();

  const app = createApp(deps);
  const pages = pageRoutes({ folder: pagesFolder, deskFolder: resolve(env.deskFolder), tileOrigin: env.tileOrigin });
  const server = nodeServerOf({
    api: compressing(app),
    pages: (request, connection) => pages.fetch(request, connection),
  });
  server.once("error", (error) => {
    console.error(`Cannot listen on ${env.host}:${env.port}: ${error.message}`);
    process.exit(1);
  });
  server.once("listening", () => {
    const address = server.address();
    // PORT=0 takes any free one: whoever started this process is told which.
    if (typeof address === "object" && address !== null) process.send?.({ port: address.port });
  });
  server.listen({ host: env.host, port: env.port, backlog: MOST_CONNECTING });

  let jobs: JobTimer | null = null;
  let isStopping = false;
  const loadRest = async () => {
    const { startJobTimer } = await import("./jobs/job-timer.js");
    if (env.jobsTimer && !isStopping) jobs = startJobTimer(deps);
    await app.warmUp();
  };
  const rest = setTimeout(() => {
    loadRest().catch((error) => deps.log({ level: "error", event: "rest_not_loaded", reason: String(error) }));
  }, REST_AFTER_MS);
  const stop = () => {
    isStopping = true;
    seeding?.stop();
    clearTimeout(rest);
    unfollow();
    // A message that is being sent is told apart from one that was not: what became of it is written down first.
    const jobsEnded = jobs?.stop();
    server.close(async () => {
      await jobsEnded;
      deps.close();
      process.exit(0);
    });
    if ("closeIdleConnections" in server) server.closeIdleConnections();
    setTimeout(() => process.exit(0), LAST_ANSWERS_MS).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // The channel to the process that started this one closes when that one is gone, even if it was killed.
  process.once("disconnect", stop);
}

/** Makes the examples, before the server listens where that works, else again until it has. */
async function seedUntilWhole(deps: Dependencies): Promise<{ stop: () => void }> {
  const { seedDemo } = await import("./demo/seed-demo.js");
  let timer: NodeJS.Timeout | undefined;
  const attempt = async () => {
    try {
      await seedDemo(deps);
    } catch (error) {
      deps.log({ level: "warn", event: "demo_not_whole", reason: redisTrouble(error)?.reason ?? String(error) });
      timer = setTimeout(attempt, SEED_AGAIN_MS);
    }
  };
  await attempt();
  return { stop: () => clearTimeout(timer) };
}

/** The whole product on one origin, for `npm start` and for hosting it yourself: in this process, or in several. */
import cluster from "node:cluster";
import { readEnv } from "./env.js";

try {
  const env = readEnv(process.env);
  if (env.processes > 1 && cluster.isPrimary) (await import("./worker-processes.js")).runProcesses(env);
  else await (await import("./web-server.js")).serve(env);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

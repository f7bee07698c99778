/** The product without its memory: every request asks Redis, as it did before there was a snapshot. */
import { serve } from "@hono/node-server";
import { createApp } from "../../api/app.js";
import { readEnv } from "../../api/env.js";
import { connectRedis } from "../../api/redis/client.js";
import { liveDependencies } from "../../api/wiring/live-dependencies.js";
import { NO_SNAPSHOT, redisDependencies } from "../../api/wiring/redis-dependencies.js";

const env = readEnv(process.env);
const { redis } = await connectRedis(env.redis);
const { snapshot } = redisDependencies(redis, NO_SNAPSHOT);
const app = createApp({ ...(await liveDependencies(env)), snapshot });
serve({ fetch: app.fetch, hostname: env.host, port: env.port }, ({ port }) => process.send?.({ port }));

import { createRoute, z } from "@hono/zod-openapi";
import type { Dependencies } from "../dependencies.js";
import { jsonAnswer } from "../http/answers.js";
import { createRouter } from "../http/app-env.js";

const Health = z.object({
  status: z.enum(["ok", "error"]),
  redis: z.enum(["up", "down"]),
  version: z.string(),
  mode: z.enum(["demo", "production"]),
});

const healthRoute = createRoute({
  method: "get",
  path: "/health",
  summary: "Whether everything is ready: Redis answers and the pages can be served",
  responses: { 200: jsonAnswer("Ready", Health), 503: jsonAnswer("Not ready", Health) },
});

export function healthRoutes({ isRedisUp, arePagesReady, version, mode }: Dependencies) {
  return createRouter().openapi(healthRoute, async (c) => {
    const [isUp, arePages] = await Promise.all([isRedisUp(), arePagesReady()]);
    const isReady = isUp && arePages;
    c.header("Cache-Control", "no-store");
    const health = { status: isReady ? "ok" : "error", redis: isUp ? "up" : "down", version, mode } as const;
    return c.json(health, isReady ? 200 : 503);
  });
}

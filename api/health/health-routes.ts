import { healthContract } from "../../shared/contract/operation.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";

export function healthRoutes(deps: Dependencies) {
  const { isRedisUp, arePagesReady, version, mode } = deps;
  return contractRoutes(deps, healthContract, {
    getHealth: async ({ c }) => {
      const [isUp, arePages] = await Promise.all([isRedisUp(), arePagesReady()]);
      const isReady = isUp && arePages;
      c.header("Cache-Control", "no-store");
      const health = { status: isReady ? "ok" : "error", redis: isUp ? "up" : "down", version, mode } as const;
      return c.json(health, isReady ? 200 : 503);
    },
  });
}

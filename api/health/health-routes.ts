import { healthContract, settingsContract } from "../../shared/contract/operation.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";

/** What the privacy policy promises, as this installation is set. */
export function settingsRoutes(deps: Dependencies) {
  const { keptDays, confirmDays } = deps.wishSettings;
  return contractRoutes(deps, settingsContract, {
    getSettings: () => ({ wishKeptDays: keptDays, wishConfirmDays: confirmDays }),
  });
}

export function healthRoutes(deps: Dependencies) {
  const { askRedis, arePagesReady, snapshot, version, mode } = deps;
  return contractRoutes(deps, healthContract, {
    getHealth: async ({ c }) => {
      const [redis, arePages] = await Promise.all([askRedis(), arePagesReady()]);
      const isReady = redis.state === "up" && arePages && !snapshot.hasLostAll;
      const health = {
        status: isReady ? "ok" : "error",
        redis: redis.state,
        stations: snapshot.hasLostAll ? "gone" : "ok",
        pages: arePages ? "ok" : "missing",
        reason: redis.reason,
        version,
        mode,
      } as const;
      return c.json(health, isReady ? 200 : 503);
    },
  });
}

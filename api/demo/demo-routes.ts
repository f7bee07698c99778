import { instantText } from "../../shared/common/instant.js";
import { demoContract } from "../../shared/contract/demo.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { demoSignIn } from "../people/demo-sign-in.js";
import type { DemoClock } from "./demo-clock.js";
import { seedDemoClasses } from "./seed-demo-classes.js";

/** Routes that exist in demo mode only. */
export function demoRoutes(deps: Dependencies, clock: DemoClock) {
  return contractRoutes(deps, demoContract, {
    signInToDemo: ({ body }) => demoSignIn(deps, body),
    setDemoClock: async ({ body: { now } }) => {
      if (now === null) clock.reset();
      else clock.set(now);
      await seedDemoClasses(deps);
      return { now: instantText(clock.now()) };
    },
    getDemoClock: () => ({ now: instantText(clock.now()) }),
  });
}

import { stationImportContract } from "../../../shared/contract/stations.js";
import type { Dependencies } from "../../dependencies.js";
import { contractRoutes } from "../../http/contract-routes.js";
import { importStations } from "./import-stations.js";

export function importRoutes(deps: Dependencies) {
  return contractRoutes(deps, stationImportContract, {
    importStations: async ({ query: { datum = null, city = null, dryRun }, user, c }) => {
      const file = new Uint8Array(await c.req.arrayBuffer());
      return importStations(deps, { file, datum, city, dryRun: dryRun === "true", actor: user });
    },
  });
}

import { stationImportContract } from "../../../shared/contract/stations.js";
import type { Dependencies } from "../../dependencies.js";
import { contractRoutes } from "../../http/contract-routes.js";
import { importStations } from "./import-stations.js";

export function importRoutes(deps: Dependencies) {
  return contractRoutes(deps, stationImportContract, {
    importStations: async ({ query: { datum = null, city = null, dryRun, map = [] }, user, c }) => {
      const file = new Uint8Array(await c.req.arrayBuffer());
      const said = typeof map === "string" ? [map] : map;
      return importStations(deps, { file, datum, city, map: said, dryRun: dryRun === "true", actor: user });
    },
  });
}

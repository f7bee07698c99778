import type { z } from "zod";
import { stationImportContract } from "../../../shared/contract/station-import.js";
import type { ImportQuestion } from "../../../shared/stations/import/import-work.js";
import type { Dependencies } from "../../dependencies.js";
import { contractRoutes } from "../../http/contract-routes.js";
import { requireHeavyWork } from "../../http/request-context.js";
import { sentList } from "../../http/sent-list.js";
import { beginImport, findImport } from "./begin-import.js";
import { importStations } from "./import-stations.js";

type AskedQuery = z.infer<typeof stationImportContract.importStations.query>;

export function importRoutes(deps: Dependencies) {
  return contractRoutes(deps, stationImportContract, {
    importStations: async ({ query, user, c }) =>
      importStations(deps, { ...questionIn(query), ...(await sentList(c)), user }),
    beginStationImport: async ({ query, user, c }) => {
      requireHeavyWork(c, deps);
      return beginImport(deps, user, { ...questionIn(query), ...(await sentList(c)) });
    },
    getStationImport: ({ params, user }) => findImport(deps, user, params.id),
  });
}

function questionIn({ datum, city, dryRun, outside, reinstate, map = [] }: AskedQuery): ImportQuestion {
  return {
    datum: datum ?? null,
    city: city ?? null,
    map: typeof map === "string" ? [map] : map,
    outside,
    reinstate: reinstate === "true",
    dryRun: dryRun === "true",
  };
}

import { keepingContract } from "../../shared/contract/stations.js";
import { instantText } from "../../shared/core/instant.js";
import type { KeeperChange } from "../../shared/stations/keep-station.js";
import { presentItem } from "../../shared/stations/present-station.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import type { Doer } from "../people/doer.js";
import { photoPass } from "../photos/present-photos.js";
import { confirmDoor } from "../trust/move-task.js";
import { keepStation } from "./keep-station.js";
import { presentDetail } from "./present-station.js";

/** What keepers do at their stations, and officers at those of their reach. */
export function keeperRoutes(deps: Dependencies) {
  const { stations, clock } = deps;
  const detail = (station: Station) => presentDetail(station, clock(), photoPass(deps));
  const keep = async (id: StationId, change: KeeperChange, doer: Doer) =>
    detail(await keepStation(deps, id, change, doer));
  return contractRoutes(deps, keepingContract, {
    listMyStations: async ({ user: { roles, stationIds } }) => {
      const now = clock();
      const kept = await stations.findMany(roles.includes("keeper") ? stationIds : []);
      const listed = kept.filter(({ withdrawnAt }) => withdrawnAt === null).sort((a, b) => (a.id < b.id ? -1 : 1));
      return { asOf: instantText(now), stations: listed.map((one) => presentItem(one, now, now)) };
    },
    closeStation: ({ params, body, doer }) => keep(params.id, { what: "close", ...body }, doer),
    reopenStation: ({ params, doer }) => keep(params.id, { what: "reopen" }, doer),
    setAmenity: ({ params: { id, kind }, body, doer }) => keep(id, { what: "set-amenity", kind, ...body }, doer),
    forgetAmenity: ({ params: { id, kind }, doer }) => keep(id, { what: "forget-amenity", kind }, doer),
    setToday: ({ params, body, doer }) => keep(params.id, { what: "set-today", ...body }, doer),
    resetToday: ({ params, doer }) => keep(params.id, { what: "reset-today" }, doer),
    confirmStation: async ({ params, doer }) => detail(await confirmDoor(deps, params.id, doer)),
  });
}

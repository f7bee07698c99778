import { keepingContract } from "../../shared/contract/stations.js";
import { instantText } from "../../shared/core/instant.js";
import { presentItem } from "../../shared/stations/present-station.js";
import type { Station } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import { photoPass } from "../photos/present-photos.js";
import { confirmDoor } from "../trust/move-task.js";
import { closeStation, forgetAmenity, reopenStation, resetToday, setAmenity, setToday } from "./keep-station.js";
import { presentDetail } from "./present-station.js";

/** What keepers do at their stations, and officers at those of their reach. */
export function keeperRoutes(deps: Dependencies) {
  const { stations, clock } = deps;
  const detail = (station: Station) => presentDetail(station, clock(), photoPass(deps));
  return contractRoutes(deps, keepingContract, {
    listMyStations: async ({ user: { roles, stationIds } }) => {
      const now = clock();
      const kept = await stations.findMany(roles.includes("keeper") ? stationIds : []);
      const listed = kept.filter(({ withdrawnAt }) => withdrawnAt === null).sort((a, b) => (a.id < b.id ? -1 : 1));
      return { asOf: instantText(now), stations: listed.map((one) => presentItem(one, now, now)) };
    },
    closeStation: async ({ params, body, doer }) => detail(await closeStation(deps, { ...params, ...body }, doer)),
    reopenStation: async ({ params, doer }) => detail(await reopenStation(deps, params.id, doer)),
    setAmenity: async ({ params, body, doer }) => detail(await setAmenity(deps, { ...params, ...body }, doer)),
    forgetAmenity: async ({ params, doer }) => detail(await forgetAmenity(deps, params, doer)),
    setToday: async ({ params, body, doer }) => detail(await setToday(deps, { ...params, ...body }, doer)),
    resetToday: async ({ params, doer }) => detail(await resetToday(deps, params.id, doer)),
    confirmStation: async ({ params, doer }) => detail(await confirmDoor(deps, params.id, doer)),
  });
}

import { keepingContract } from "../../shared/contract/station-keeping.js";
import { confirmsAs, type KeeperChange } from "../../shared/stations/keeper-change.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import type { Dependencies } from "../dependencies.js";
import { contractRoutes } from "../http/contract-routes.js";
import type { Doer } from "../people/doer.js";
import { photoPass } from "../photos/present-photos.js";
import { confirmDoor } from "../trust/move-task.js";
import { countShown } from "./count-shown.js";
import { listOwnStations } from "./list-stations.js";
import { presentDetail } from "./present-detail.js";
import { keepStation } from "./store-keeper-change.js";

/** What keepers do at their stations, and officers at those of their reach. */
export function keeperRoutes(deps: Dependencies) {
  const detail = (station: Station) => presentDetail(station, deps.clock(), photoPass(deps));
  const keep = async (id: StationId, change: KeeperChange, doer: Doer) =>
    detail(await keepStation(deps, id, change, doer));
  return contractRoutes(deps, keepingContract, {
    listMyStations: ({ user }) => listOwnStations(deps, user),
    closeStation: ({ params, body, doer }) => keep(params.id, { what: "close", ...body }, doer),
    reopenStation: ({ params, doer }) => keep(params.id, { what: "reopen" }, doer),
    setAmenity: ({ params: { id, kind }, body, doer }) => keep(id, { what: "set-amenity", kind, ...body }, doer),
    forgetAmenity: ({ params: { id, kind }, doer }) => keep(id, { what: "forget-amenity", kind }, doer),
    setService: ({ params: { id, name }, body, doer }) => keep(id, { what: "set-service", name, ...body }, doer),
    forgetService: ({ params: { id, name }, doer }) => keep(id, { what: "forget-service", name }, doer),
    setToday: ({ params, body, doer }) => keep(params.id, { what: "set-today", ...body }, doer),
    resetToday: ({ params, doer }) => keep(params.id, { what: "reset-today" }, doer),
    setDays: ({ params, body, doer }) =>
      keep(params.id, { what: "set-days", ...body, by: confirmsAs(doer.user, params.id) }, doer),
    confirmFact: async ({ params, body, doer }) => {
      const by = confirmsAs(doer.user, params.id);
      if (body.fact === "door")
        return detail(await confirmDoor(deps, params.id, doer, { what: "confirm-fact", ...body, by }));
      return keep(params.id, { what: "confirm-fact", ...body, by }, doer);
    },
    countShown: ({ params, user }) => countShown(deps, params.id, user),
    confirmStation: async ({ params, doer }) => detail(await confirmDoor(deps, params.id, doer)),
  });
}

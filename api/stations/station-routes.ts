import type { Context } from "hono";
import { instantText } from "../../shared/common/instant.js";
import { districtContract, stationContract } from "../../shared/contract/stations.js";
import type { NearestAnswer } from "../../shared/stations/station-answer.js";
import type { Searcher } from "../demand/unmet-counter.js";
import type { Dependencies } from "../dependencies.js";
import { countiesWithin } from "../divisions/divisions.js";
import type { AppEnv } from "../http/app-env.js";
import { clientAddress } from "../http/client-address.js";
import { contractRoutes } from "../http/contract-routes.js";
import { jsonWritten } from "../http/json-written.js";
import { whoAsks } from "../http/who-asks.js";
import { passForViewer, photoPass } from "../photos/present-photos.js";
import { changeStation, createStation, reinstateStation, withdrawStation } from "./change-station.js";
import { stationFactsOf, stationPatchOf } from "./facts-of-input.js";
import { findStation } from "./find-station.js";
import { listNearest } from "./list-nearest.js";
import { listDistricts, listStations } from "./list-stations.js";
import { listWithdrawn } from "./list-withdrawn.js";
import { presentDetail } from "./present-detail.js";
import { shownCounterOf } from "./shown-counter.js";

export function stationRoutes(deps: Dependencies) {
  const { clock } = deps;
  const shown = shownCounterOf(deps);
  return contractRoutes(deps, stationContract, {
    listNearest: async ({ query, c }) => {
      const answer: NearestAnswer = await listNearest(deps, query);
      deps.unmet?.note(query, answer, () => searcherOf(deps, c));
      shown.count(answer.stations[0]?.id, clock(), deps.wallClock());
      return jsonWritten<NearestAnswer>(c, JSON.stringify(answer), {
        headers: { "Cache-Control": "no-store" },
        compresses: deps.compressesAnswers,
      });
    },
    listWithdrawnStations: ({ query, user }) => listWithdrawn(deps, user, query.cursor),
    listStations: ({ query }) => listStations(deps, query),
    getStation: async ({ params, c }) => {
      const { station, staleSince } = await findStation(deps, params.id);
      const asker = async () => (await whoAsks(deps, c))?.user ?? null;
      const pass = staleSince === null ? await passForViewer(deps, station, asker) : null;
      const staleness = staleSince === null ? {} : { stale: true as const, staleSince: instantText(staleSince) };
      return { ...presentDetail(station, clock(), pass), ...staleness };
    },
    createStation: async ({ body, doer }) =>
      presentDetail(await createStation(deps, stationFactsOf(body, clock()), doer), clock(), photoPass(deps)),
    changeStation: async ({ params, body: { revision, ...patch }, doer }) => {
      const change = { id: params.id, facts: stationPatchOf(patch, clock()), revision };
      return presentDetail(await changeStation(deps, change, doer), clock(), photoPass(deps));
    },
    withdrawStation: async ({ params, doer }) => presentDetail(await withdrawStation(deps, params.id, doer), clock()),
    reinstateStation: async ({ params, doer }) =>
      presentDetail(await reinstateStation(deps, params.id, doer), clock(), photoPass(deps)),
  });
}

function searcherOf({ trustProxy }: Dependencies, c: Context<AppEnv>): Searcher {
  return {
    account: c.get("claims")?.userId ?? null,
    network: clientAddress(c, trustProxy).network,
    client: c.req.header("User-Agent") ?? "",
  };
}

export function districtRoutes(deps: Dependencies) {
  return contractRoutes(deps, districtContract, {
    listDistricts: () => listDistricts(deps),
    listOfficialDistricts: ({ query }) => ({
      districts: countiesWithin(query.within).map(({ code, name }) => ({ code, text: name })),
    }),
  });
}

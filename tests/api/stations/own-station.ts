import type { Station } from "../../../shared/stations/station.js";
import type { StationDetail } from "../../../shared/stations/station-answer.js";
import { givenStation } from "../../support/given.js";
import type { TestApp } from "../../support/test-app.js";

/** The station that the demo's keepers keep. */
export const OWN = "st_demo_01";

/** What the tests of a keeper's station ask of the app again and again. */
export function ownStation(app: () => TestApp, keeper: () => string) {
  return {
    givenOwn: (station: Partial<Station> = {}) => app().store(givenStation({ id: OWN, ...station })),
    write: (method: string, path: string, json?: object, token = keeper()) =>
      app().call<StationDetail>(method, `/api/stations/${OWN}/${path}`, { token, json }),
    seen: async () => (await app().call<StationDetail>("GET", `/api/stations/${OWN}`)).body,
  };
}

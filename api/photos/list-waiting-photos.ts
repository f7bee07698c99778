import { instantText } from "../../shared/common/instant.js";
import { mayAt } from "../../shared/people/permissions.js";
import type { User } from "../../shared/people/user.js";
import type { WaitingPhotos } from "../../shared/stations/station-answer.js";
import type { Dependencies } from "../dependencies.js";
import { photoPass, presentPhotos } from "./present-photos.js";

type Needs = Pick<Dependencies, "stations" | "clock" | "fingerprint" | "wallClock">;

/** How many stations one answer holds; those that wait longest come first. */
const MOST_STATIONS = 50;

/** The photos within an officer's reach that wait for somebody to look at them. */
export async function listWaitingPhotos(deps: Needs, officer: User): Promise<WaitingPhotos> {
  const passFor = photoPass(deps);
  const found = await deps.stations.findWithPhotosWaiting();
  const reached = found.filter(({ id, district }) =>
    mayAt(officer, "station:approve-photo", { id, districtCode: district.code }),
  );
  return {
    asOf: instantText(deps.clock()),
    total: reached.length,
    stations: reached.slice(0, MOST_STATIONS).map((station) => ({
      id: station.id,
      name: station.name,
      district: station.district,
      isDemo: station.isDemo,
      photos: presentPhotos(station, passFor).filter(({ check }) => check === "waiting"),
    })),
  };
}

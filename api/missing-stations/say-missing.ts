import { toGcj02 } from "../../shared/common/place.js";
import { demandCellOf } from "../../shared/demand/demand-cell.js";
import type { NewMissingStation, SaidMissing } from "../../shared/missing-stations/missing-station.js";
import { NearestQuery } from "../../shared/stations/station-answer.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { listNearest } from "../stations/list-nearest.js";
import type { Reporter } from "../trust/reporter-fingerprints.js";
import { checkWords } from "../wechat/check-words.js";
import type { Saying } from "./missing-store.js";
import { middleOf } from "./present-missing.js";

type Needs = Pick<
  Dependencies,
  "missing" | "stations" | "snapshot" | "trustSettings" | "clock" | "newId" | "contentCheck" | "openIds"
>;

export interface Asker {
  reporter: Reporter;
  userId: string | null;
}

/**
 * Takes what somebody says is missing. The place becomes its cell here and goes no further.
 *
 * @throws ApiError words_refused, too_many_reports when this person or address has said five such things today
 */
export async function sayMissing(
  deps: Needs,
  { words, hour, need, ...place }: NewMissingStation,
  asker: Asker,
): Promise<SaidMissing> {
  const text = words ?? null;
  if (text !== null) await checkWords(deps, "refuse_risky", { text, writerId: asker.userId });
  const cell = demandCellOf(toGcj02(place, place.datum));
  const nearest = await nearestTo(deps, cell);
  return said(deps, { wanted: null, cell, need, county: nearest?.district.code ?? null, hour, words: text }, asker);
}

/**
 * One more voice of what others said.
 *
 * @throws ApiError not_found; task_moved_on when it is decided for good; too_many_reports as above
 */
export async function secondMissing(deps: Needs, id: string, hour: number, asker: Asker): Promise<SaidMissing> {
  const entry = await deps.missing.find(id);
  if (entry === null) throw new ApiError("not_found");
  const { cell, need, county } = entry;
  return said(deps, { wanted: id, cell, need, county, hour, words: null }, asker);
}

async function said(
  { missing, newId, clock }: Needs,
  what: Pick<Saying, "wanted" | "cell" | "need" | "county" | "hour" | "words">,
  asker: Asker,
): Promise<SaidMissing> {
  const [outcome, id = "", wasThere] = await missing.say({ ...what, ...asker, newId: newId("ms"), now: clock() });
  if (outcome === "not_found") throw new ApiError("not_found");
  if (outcome === "closed") throw new ApiError("task_moved_on");
  if (outcome === "too_many") throw new ApiError("too_many_reports");
  const entry = await missing.find(id);
  if (entry === null) throw new ApiError("not_found");
  return { id, state: entry.state, people: entry.vouched + entry.others, wasThere: wasThere === "1" };
}

/** The station nearest to the middle of a cell. */
export async function nearestTo(
  deps: Pick<Dependencies, "stations" | "snapshot" | "trustSettings" | "clock">,
  cell: string,
) {
  const { latitude, longitude } = middleOf(cell);
  const query = NearestQuery.parse({ latitude: String(latitude), longitude: String(longitude), limit: "1" });
  return (await listNearest(deps, query)).stations[0] ?? null;
}

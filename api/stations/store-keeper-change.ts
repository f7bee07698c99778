import {
  KEEPER_ACTIONS,
  type KeeperChange,
  keepStation as kept,
  ownWordsOf,
} from "../../shared/stations/keeper-change.js";
import type { Station, StationId } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { checkWords } from "../wechat/check-words.js";
import { updateStation } from "./change-station.js";

type Needs = Pick<Dependencies, "stations" | "clock" | "contentCheck" | "openIds">;

/**
 * A change by somebody at the station. A station that was taken off the lists has nothing left to keep.
 *
 * @throws ApiError invalid_input where the change is refused, words_refused for words that fail the check
 */
export async function keepStation(deps: Needs, id: StationId, change: KeeperChange, doer: Doer): Promise<Station> {
  const words = ownWordsOf(change);
  return updateStation(deps, { id, action: KEEPER_ACTIONS[change.what], doer }, async (station, now) => {
    if (station.withdrawnAt !== null) throw new ApiError("not_found");
    if (words !== null) await checkWords(deps, "refuse_unless_passed", { text: words, writerId: doer.user.id });
    const decided = kept(station, change, now);
    if ("refused" in decided) throw new ApiError("invalid_input", [decided.refused]);
    return decided.changed;
  });
}

import { instantText, optionalInstantText } from "../../shared/common/instant.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import type { ChangeDetail } from "../../shared/stations/bulk-change.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";

const PAGE_SIZE = 500;

/**
 * What a change of many stations did to those of them that lie within an officer's reach.
 *
 * @throws ApiError `not_found` where there is no such change, or nothing of it is within reach
 */
export async function readChange(
  { changes, stations, clock }: Pick<Dependencies, "changes" | "stations" | "clock">,
  changeId: string,
  from: number,
  officer: User,
): Promise<ChangeDetail> {
  const act = await changes.find(changeId);
  const ids = act === null ? [] : await changes.stationIds(changeId);
  const reached = (await stations.findMany(ids)).filter(({ district }) => officerReaches(officer, district.code));
  if (act === null || reached.length === 0) throw new ApiError("not_found");
  const page = reached.slice(from, from + PAGE_SIZE);
  const diffs = await changes.diffs(
    changeId,
    page.map(({ id }) => id),
  );
  return {
    changeId,
    startedAt: instantText(act.startedAt),
    undoUntil: optionalInstantText(changes.undoUntil(act, clock())),
    total: reached.length,
    stations: page.map(({ id, name }) => ({ id, name, ...(diffs.get(id) ?? { from: {}, to: {} }) })),
    nextCursor: from + PAGE_SIZE < reached.length ? String(from + PAGE_SIZE) : null,
  };
}

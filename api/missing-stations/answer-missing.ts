import type { z } from "zod";
import type { MissingStationAnswer } from "../../shared/missing-stations/missing-station.js";
import type { MissingState } from "../../shared/missing-stations/needs.js";
import { noticeText } from "../../shared/notices/notice.js";
import { calmFrom } from "../../shared/notices/quiet-hours.js";
import { officerReaches } from "../../shared/people/roles.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { Doer } from "../people/doer.js";
import { checkWords } from "../wechat/check-words.js";

/**
 * Says what comes of a station that people miss, and has those told who are signed in and asked.
 *
 * @throws ApiError not_found, also outside an officer's reach; task_moved_on for what was decided for good; words_refused
 */
export async function answerMissing(
  deps: Pick<Dependencies, "missing" | "clock" | "contentCheck" | "openIds">,
  id: string,
  { state, why }: z.infer<typeof MissingStationAnswer>,
  { user, author }: Doer,
): Promise<{ id: string; state: MissingState }> {
  const entry = await deps.missing.find(id);
  if (entry === null || !officerReaches(user, entry.county)) throw new ApiError("not_found");
  await checkWords(deps, "refuse_unless_passed", { text: why, writerId: user.id });
  const now = deps.clock();
  const outcome = await deps.missing.answer({
    entry,
    state,
    why,
    now,
    tellFrom: calmFrom(now),
    subject: noticeText({ name: "missing_answered", about: id, detail: state }),
    audit: {
      at: now,
      author,
      action: "missing-station:answer",
      subject: { type: "missing-station", id },
      districtCode: entry.county,
      from: { state: entry.state, why: entry.why },
      to: { state, why },
    },
  });
  if (outcome === "not_found") throw new ApiError("not_found");
  if (outcome === "closed") throw new ApiError("task_moved_on");
  return { id, state };
}

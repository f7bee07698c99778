import { MissingStationId } from "../../shared/missing-stations/missing-station.js";
import { MISSING_STATE_WORDS, needWords } from "../../shared/missing-stations/needs.js";
import type { Dependencies } from "../dependencies.js";
import type { ComposedMessage } from "../outbox/composer.js";
import type { Told } from "./told.js";

/** What the office answered about a station that is missing. Nothing when it has answered otherwise meanwhile. */
export async function sayMissingAnswered(
  { missing }: Pick<Dependencies, "missing">,
  { notice }: Told,
): Promise<ComposedMessage<"report_answered"> | null> {
  const id = MissingStationId.safeParse(notice.about);
  const entry = id.success ? await missing.find(id.data) : null;
  if (entry === null || entry.state !== notice.detail || entry.answeredAt === null) return null;
  return {
    page: "visitor/missing/index",
    content: {
      title: `这里该有个站：${needWords(entry.need)}`,
      state: MISSING_STATE_WORDS[entry.state],
      time: entry.answeredAt,
      note: entry.why ?? "",
    },
    isUrgent: false,
  };
}

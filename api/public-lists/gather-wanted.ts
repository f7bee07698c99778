import { subjectLabel, type WantedSubject } from "../../shared/classes/wanted-subject.js";
import { beijingDate, beijingDayNumber, startOfBeijingDay } from "../../shared/common/time.js";
import type { DistrictParts } from "../../shared/public-lists/compose-lists.js";
import type { Tally } from "../../shared/public-lists/few.js";
import type { Dependencies } from "../dependencies.js";

type Opened = DistrictParts["opened"][number];

/** Who wants to learn what, by district, without today's votes: nobody sees a number grow by one. */
export async function tallyWanted({
  wanted,
  clock,
}: Pick<Dependencies, "wanted" | "clock">): Promise<Map<string, Map<WantedSubject, Tally>>> {
  const now = clock();
  const found = new Map<string, Map<WantedSubject, Tally>>();
  for (const { district, subject, voters } of await wanted.readVoters(now, startOfBeijingDay(beijingDayNumber(now)))) {
    const ofDistrict = found.get(district) ?? new Map<WantedSubject, Tally>();
    found.set(district, ofDistrict.set(subject, { count: voters.length, people: new Set(voters) }));
  }
  return found;
}

/** Courses that came of what people wanted and still go on, the newest first, by district. */
export async function gatherOpened({
  wanted,
  courses,
  clock,
}: Pick<Dependencies, "wanted" | "courses" | "clock">): Promise<Map<string, Opened[]>> {
  const opened = (await wanted.readOpened(clock())).sort((a, b) => b.at - a.at);
  const running = new Set((await courses.list("running")).map(({ id }) => id));
  const found = new Map<string, Opened[]>();
  for (const { district, subject, courseId, at, people } of opened) {
    if (!running.has(courseId)) continue;
    const openedOn = beijingDate(beijingDayNumber(at));
    const listed = { subject, label: subjectLabel(subject), people, courseId, openedOn };
    found.set(district, [...(found.get(district) ?? []), listed]);
  }
  return found;
}

import { CourseId } from "../../shared/classes/course.js";
import { subjectLabel, WANTED_SUBJECTS } from "../../shared/classes/wanted-subject.js";
import type { Dependencies } from "../dependencies.js";
import type { ComposedMessage } from "../outbox/composer.js";
import { openedCourse } from "../wanted-classes/want-class.js";
import type { Told } from "./told.js";

/** What somebody wanted to learn is taught now. Nothing once the course has ended. */
export async function sayClassOpened(
  deps: Pick<Dependencies, "courses" | "classSessions" | "clock">,
  { notice }: Told,
): Promise<ComposedMessage<"report_answered"> | null> {
  const id = CourseId.safeParse(notice.about);
  const subject = WANTED_SUBJECTS.find((one) => one === notice.detail);
  const course = id.success ? await openedCourse(deps, id.data) : null;
  if (course === null || subject === undefined) return null;
  const { title, nextSessionId, startsAt } = course;
  return {
    page: nextSessionId === null ? "pages/classes/index" : `visitor/class/index?id=${nextSessionId}`,
    content: { title, state: "开课了", time: startsAt ?? deps.clock(), note: `你想学的${subjectLabel(subject)}开课了` },
    isUrgent: false,
  };
}

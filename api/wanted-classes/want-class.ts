import type { z } from "zod";
import type { OwnWanted, WantedInput } from "../../shared/classes/wanted-class.js";
import { MOST_WANTED, subjectLabel } from "../../shared/classes/wanted-subject.js";
import { instantText } from "../../shared/common/instant.js";
import { DAY_MS } from "../../shared/common/time.js";
import type { UserId } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { divisionName } from "../divisions/divisions.js";

type Input = z.infer<typeof WantedInput>;

const AHEAD_MS = 31 * DAY_MS;

/**
 * Notes that somebody wants to learn something in a district, or no longer does.
 *
 * @throws ApiError invalid_input for a district that there is none of, and beyond ten subjects at a time
 */
export async function wantClass(
  { wanted, clock }: Pick<Dependencies, "wanted" | "clock">,
  { wants, ...topic }: Input,
  userId: UserId,
): Promise<Input> {
  if (divisionName(topic.district) === null) {
    throw new ApiError("invalid_input", [{ path: "district", message: "没有这个区县" }]);
  }
  if ((await wanted.set(topic, userId, wants, clock())) === "too_many") {
    const message = `最多点 ${MOST_WANTED} 样，先取消一样再点`;
    throw new ApiError("invalid_input", [{ path: "subject", message }]);
  }
  return { ...topic, wants };
}

/** What a person wants to learn, and the course that came of it as long as it goes on. */
export async function listOwnWanted(
  deps: Pick<Dependencies, "wanted" | "courses" | "classSessions" | "clock">,
  userId: UserId,
): Promise<OwnWanted> {
  const own = (await deps.wanted.readOwn(userId)).sort((a, b) => b.at - a.at);
  const wanted = await Promise.all(
    own.map(async ({ district, subject, at, courseId }) => ({
      ...{ district, subject },
      districtName: divisionName(district) ?? district,
      label: subjectLabel(subject),
      since: instantText(at),
      course: courseId === null ? null : await openedCourse(deps, courseId).then(toldCourse),
    })),
  );
  return { asOf: instantText(deps.clock()), wanted };
}

function toldCourse(course: Awaited<ReturnType<typeof openedCourse>>) {
  return course && { id: course.id, title: course.title, nextSessionId: course.nextSessionId };
}

/** A course that goes on, with the date that comes next; null: it ended. */
export async function openedCourse(
  { courses, classSessions, clock }: Pick<Dependencies, "courses" | "classSessions" | "clock">,
  id: string,
) {
  const course = await courses.find(id);
  if (course === null || course.state === "ended") return null;
  const dates = await classSessions.listOfCourse(id, clock(), clock() + AHEAD_MS);
  const next = dates.find(({ state }) => state === "scheduled") ?? null;
  return { id, title: course.title, nextSessionId: next?.id ?? null, startsAt: next?.startsAt ?? null };
}

import type { z } from "zod";
import { scheduleWords } from "../../shared/classes/schedule-words.js";
import type { ToldWanted, WantedClasses, WantedOpened } from "../../shared/classes/wanted-class.js";
import { mayBeWanted, subjectLabel } from "../../shared/classes/wanted-subject.js";
import { instantText } from "../../shared/common/instant.js";
import { noticeText } from "../../shared/notices/notice.js";
import { calmFrom } from "../../shared/notices/quiet-hours.js";
import { officerReaches } from "../../shared/people/roles.js";
import type { User } from "../../shared/people/user.js";
import { ApiError } from "../api-error.js";
import { findHeld, requireReach } from "../classes/change-course.js";
import { heldCourses } from "../classes/list-courses.js";
import type { Dependencies } from "../dependencies.js";
import { divisionName } from "../divisions/divisions.js";
import type { Doer } from "../people/doer.js";

type Needs = Pick<Dependencies, "wanted" | "courses" | "classSessions" | "stations" | "clock">;

/** What people in an officer's reach want to learn, with the courses of the district: those that may be it come first. */
export async function listWantedClasses(deps: Needs, officer: User): Promise<WantedClasses> {
  const now = deps.clock();
  const [found, held] = await Promise.all([deps.wanted.readVoters(now, now + 1), heldCourses(deps, "running")]);
  const reached = found.filter(({ district }) => officerReaches(officer, district));
  const wanted = reached.map(({ district, subject, voters }) => ({
    ...{ district, subject },
    districtName: divisionName(district) ?? district,
    label: subjectLabel(subject),
    people: voters.length,
    courses: held
      .filter(({ venue }) => venue.district.code === district && officerReaches(officer, venue.district.code))
      .map(({ course, venue }) => ({
        ...{ id: course.id, title: course.title, venueName: venue.name },
        scheduleWords: scheduleWords(course.schedule),
        fits: mayBeWanted(course, subject),
      }))
      .sort((a, b) => Number(b.fits) - Number(a.fits)),
  }));
  wanted.sort((a, b) => b.people - a.people || (a.district + a.subject < b.district + b.subject ? -1 : 1));
  return { asOf: instantText(now), wanted };
}

/**
 * Says that a course is what people wanted, and has each of them told once. Said again it tells only who came since.
 *
 * @throws ApiError not_allowed outside an officer's reach; not_found where nobody waits; course_ended
 */
export async function openWanted(
  deps: Needs,
  { courseId, ...topic }: z.infer<typeof WantedOpened>,
  doer: Doer,
): Promise<z.infer<typeof ToldWanted>> {
  if (!officerReaches(doer.user, topic.district)) throw new ApiError("not_allowed");
  const { course, venue } = await findHeld(deps, courseId);
  requireReach(venue, doer);
  if (course.state === "ended") throw new ApiError("course_ended");
  const now = deps.clock();
  const told = await deps.wanted.open(topic, courseId, {
    now,
    tellFrom: calmFrom(now),
    subject: noticeText({ name: "class_opened", about: courseId, detail: topic.subject }),
    audit: {
      at: now,
      author: doer.author,
      action: "class:tell-wanted",
      subject: { type: "course", id: courseId },
      districtCode: venue.district.code,
      from: {},
      to: { subject: subjectLabel(topic.subject) },
    },
  });
  if (told === null) throw new ApiError("not_found");
  return { ...topic, courseId, told };
}

import { openPage, openTab } from "./go";

const open = (page: string, id: string) => openPage(`${page}?id=${encodeURIComponent(id)}`);

export function openClass(sessionId: string): void {
  open("/visitor/class/index", sessionId);
}

export function openClassCheckIn(sessionId: string): void {
  open("/visitor/check-in/index", sessionId);
}

export function openMyBookings(): void {
  openPage("/visitor/bookings/index");
}

export function openTimetable(): void {
  openTab("/pages/classes/index");
}

/** For keepers and officers: the classes at their halls. */
export function openHallClasses(): void {
  openPage("/keeper/classes/index");
}

export function openRoster(sessionId: string): void {
  open("/keeper/roster/index", sessionId);
}

/** What the hall's screen shows. */
export function openHallScreen(sessionId: string): void {
  open("/keeper/screen/index", sessionId);
}

/** For officers: the courses of their reach. */
export function openCourses(): void {
  openPage("/union/courses/index");
}

/** To change a course; null: to add one. */
export function openCourse(courseId: string | null): void {
  if (courseId === null) openPage("/union/course/index");
  else open("/union/course/index", courseId);
}

/** To cancel, move or merge one date of a course. */
export function openSessionDesk(sessionId: string): void {
  open("/union/session/index", sessionId);
}

/** For officers: what people say of their absences. */
export function openAppeals(): void {
  openPage("/union/appeals/index");
}

/** For officers: a hall that is no station; null: to add one. */
export function openHall(hallId: string | null): void {
  if (hallId === null) openPage("/union/hall/index");
  else open("/union/hall/index", hallId);
}

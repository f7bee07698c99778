import type { ClassSession } from "./class-session.js";

/** Whether two sessions that are held are in one room at one time; a place that names no room is one room. */
export function doClash(one: ClassSession, other: ClassSession): boolean {
  const areHeld = one.state === "scheduled" && other.state === "scheduled";
  const overlap = one.startsAt < other.endsAt && other.startsAt < one.endsAt;
  return one.courseId !== other.courseId && areHeld && overlap && isOneRoom(one.venue, other.venue);
}

function isOneRoom(one: ClassSession["venue"], other: ClassSession["venue"]): boolean {
  return one.id === other.id && (one.room === null || other.room === null || one.room === other.room);
}

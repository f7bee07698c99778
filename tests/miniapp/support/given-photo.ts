import type { PhotoAnswer } from "../../../shared/stations/station-answer.js";
import { cstText } from "./given.js";

let made = 0;

/** A photo of the door that everybody sees, unless said otherwise. */
export function givenPhoto(changed: Partial<PhotoAnswer> = {}): PhotoAnswer {
  made += 1;
  const id = `ph_given${String(made).padStart(4, "0")}`;
  const path = changed.check === "refused" ? null : `/api/stations/st_given/photos/${id}`;
  return {
    id,
    of: "entrance",
    check: "passed",
    refusedFor: null,
    addedAt: cstText("2026-03-01T10:00"),
    url: path && `${path}/large.jpg`,
    smallUrl: path && `${path}/small.jpg`,
    width: 1_280,
    height: 960,
    ...changed,
  };
}

/** What the address says of the people. */
export interface PeopleSearch {
  /** A part of a name or of a station's. */
  q?: string;
  /** `away`: not seen for a month. */
  show?: "away";
  /** What the list to invite begins with: codes or names of stations, a line each. */
  invite?: string;
}

export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const read: PeopleSearch = {};
  if (search.show === "away") read.show = "away";
  for (const name of ["q", "invite"] as const) {
    const value = search[name];
    if (typeof value === "string" && value !== "") read[name] = value;
    // The address reads digits as a number.
    if (typeof value === "number") read[name] = String(value);
  }
  return read;
}

import type { Station } from "./station.js";

/** Parts of a document that are one fact to a person, by the field that names it. */
const PARTS: Readonly<Record<string, readonly (keyof Station)[]>> = {
  location: ["location", "surveyed"],
  withdrawn: ["withdrawnAt"],
};

/** What belongs to a fact in a document. */
export function partsOf(field: string): readonly (keyof Station)[] {
  return PARTS[field] ?? [field as keyof Station];
}

/** The fact that a part of a document belongs to. */
export function factOf(part: string): string {
  return Object.keys(PARTS).find((field) => PARTS[field]?.includes(part as keyof Station)) ?? part;
}

/** A fact as a conflict tells it. */
export function factValue(station: Station, field: string): unknown {
  if (field === "withdrawn") return station.withdrawnAt !== null;
  return station[field as keyof Station] ?? null;
}

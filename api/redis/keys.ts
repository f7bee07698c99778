import type { StationId } from "../../shared/stations/station.js";
import { keysOfClasses } from "./keys/keys-of-classes.js";
import { keysOfDemand } from "./keys/keys-of-demand.js";
import { keysOfMessages } from "./keys/keys-of-messages.js";
import { keysOfOperation } from "./keys/keys-of-operation.js";
import { keysOfPeople } from "./keys/keys-of-people.js";
import { keysOfStations } from "./keys/keys-of-stations.js";
import { keysOfTrust } from "./keys/keys-of-trust.js";
import { keysOfWishes } from "./keys/keys-of-wishes.js";

/**
 * Every key. Those of one feature stand in one file of `keys/`, each with its Redis type; no key is written anywhere else.
 * Most share the tag `{stations}`, since one script changes several of them at once and Redis Cluster wants those in one
 * slot. Those of people do too, since a role is given together with its entry in the record.
 */
export const keys = {
  ...keysOfStations,
  ...keysOfTrust,
  ...keysOfPeople,
  ...keysOfClasses,
  ...keysOfWishes,
  ...keysOfDemand,
  ...keysOfMessages,
  ...keysOfOperation,
};

/** How a name and a district identify a station that has no code. */
export function stationNameField(name: string, districtText: string): string {
  return `${name}|${districtText}`;
}

export function districtField(district: { code: string | null; text: string }): string {
  return `${district.code ?? ""}|${district.text}`;
}

export type StationListingPrefix = `code|${string}` | `text|${string}` | `zone|${string}` | `withdrawn|${string}`;

export function listingMember(prefix: StationListingPrefix, id: StationId): string {
  return `${prefix}|${id}`;
}

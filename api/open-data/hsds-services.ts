import { AMENITIES, type AmenityKind } from "../../shared/amenities/amenity.js";
import { instantText } from "../../shared/common/instant.js";
import { beijingDate, beijingDayNumber, type EpochMs } from "../../shared/common/time.js";
import { cityOf, divisionName } from "../divisions/divisions.js";
import { hsdsSchedules } from "./hsds-schedules.js";
import type { OpenData } from "./open-data.js";
import type { OpenStation } from "./open-station.js";
import { serviceId } from "./service-id.js";
import { uuidV5 } from "./uuid-v5.js";

/** Human Services Data Specification, the version that is written. */
export const HSDS_VERSION = "3.2" as const;
const TAXONOMY = "yizhan-amenities";

/**
 * A station as a service of HSDS 3.2 with all that belongs to it, nested as its API has it. A station is one service at one
 * location; coordinates are WGS-84, as the specification says; what nobody knows is left out.
 */
export function hsdsService(station: OpenStation, open: OpenData, day: number, now: EpochMs) {
  const id = serviceId(station.id);
  const locationId = uuidV5(`location:${station.id}`);
  const linkId = uuidV5(`service-at-location:${station.id}`);
  const { verified, closure } = station;
  const isClosed = closure !== null && closure.from <= now && (closure.until === null || now < closure.until);
  return {
    id,
    name: station.name,
    description: "户外劳动者歇脚、喝水、热饭、充电的驿站，免费，不用登记。",
    status: isClosed ? "temporarily closed" : "active",
    fees_description: "免费",
    ...given({ eligibility_description: station.audience, application_process: station.entryNote }),
    ...given({ assured_date: verified.open && beijingDay(verified.open) }),
    last_modified: instantText(station.updatedAt),
    organization: organizationOf(station, open),
    schedules: hsdsSchedules(station.hours, { service_id: id }, station.id, day),
    service_at_locations: [
      {
        id: linkId,
        service_id: id,
        location_id: locationId,
        location: locationOf(station, locationId),
        metadata: verifications(station, linkId, open),
      },
    ],
  };
}

function organizationOf({ host }: OpenStation, { source }: OpenData) {
  const name = host ?? source;
  return { id: uuidV5(`organization:${name}`), name, description: `${name}管理的户外劳动者驿站` };
}

function locationOf(station: OpenStation, id: string) {
  const { district, code } = station;
  return {
    id,
    location_type: "physical",
    name: station.name,
    ...given({ description: station.landmark }),
    latitude: station.wgs84.latitude,
    longitude: station.wgs84.longitude,
    ...(code === null ? {} : { external_identifier: code, external_identifier_type: "驿站编号" }),
    addresses: [
      {
        id: uuidV5(`address:${station.id}`),
        location_id: id,
        address_1: station.address,
        city: cityOf(district.code) ?? "",
        region: district.text,
        state_province: divisionName(district.code?.slice(0, 2) ?? "") ?? "",
        postal_code: "",
        country: "CN",
        address_type: "physical",
      },
    ],
    accessibility:
      station.amenities.wheelchair === "working"
        ? [{ id: uuidV5(`accessibility:${station.id}`), location_id: id, description: AMENITIES.wheelchair.label }]
        : [],
    attributes: Object.entries(station.amenities).map(([kind, state]) => attributeOf(kind as AmenityKind, state, id)),
  };
}

function attributeOf(kind: AmenityKind, state: string, locationId: string) {
  const termId = uuidV5(`amenity:${kind}`);
  return {
    id: uuidV5(`attribute:${locationId}:${kind}`),
    link_id: locationId,
    link_entity: "location",
    link_type: "amenity",
    taxonomy_term_id: termId,
    value: state,
    label: AMENITIES[kind].label,
    taxonomy_term: {
      id: termId,
      code: kind,
      name: AMENITIES[kind].label,
      description: AMENITIES[kind].label,
      taxonomy: TAXONOMY,
      language: "zh",
    },
  };
}

/** Three facts with three dates. Who looked is never said. */
function verifications({ id, verified }: OpenStation, resourceId: string, { source }: OpenData) {
  return Object.entries(verified).flatMap(([fact, at]) =>
    at === null
      ? []
      : [
          {
            id: uuidV5(`verified:${id}:${fact}:${at}`),
            resource_id: resourceId,
            resource_type: "service_at_location",
            last_action_date: beijingDay(at),
            last_action_type: "verified",
            field_name: fact,
            previous_value: "",
            replacement_value: "",
            updated_by: source,
          },
        ],
  );
}

/** The date in Beijing of an instant as it is written in UTC. */
function beijingDay(instant: string): string {
  return beijingDate(beijingDayNumber(Date.parse(instant)));
}

function given(fields: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null));
}

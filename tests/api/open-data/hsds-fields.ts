/** What a field may hold, as the published JSON Schemas say; a list: one of these words. */
export type FieldKind =
  | "text"
  | "uuid"
  | "uri"
  | "email"
  | "number"
  | "date"
  | "instant"
  | "time"
  | "boolean"
  | "integer"
  | readonly string[];

export interface HsdsObject {
  required: readonly string[];
  /** All that the specification has and that is no object or list of its own. */
  fields: Readonly<Record<string, FieldKind>>;
  /** Objects, and lists of them, that are written here. */
  nested: Readonly<Record<string, string | readonly [string]>>;
}

const texts = (...names: string[]): Record<string, FieldKind> =>
  Object.fromEntries(names.map((name) => [name, "text"] as const));
const uuids = (...names: string[]): Record<string, FieldKind> =>
  Object.fromEntries(names.map((name) => [name, "uuid"] as const));

const PLACES = ["physical", "postal", "virtual"] as const;
const BESIDE = { attributes: ["attribute"], metadata: ["metadata"] } as const;

/** HSDS 3.2, of the objects that are written here: names, types and formats as its schemas have them. */
export const HSDS: Record<string, HsdsObject> = {
  service: {
    required: ["id", "name", "status"],
    fields: {
      ...uuids("id", "organization_id", "program_id"),
      ...texts("name", "alternate_name", "description", "interpretation_services", "application_process"),
      ...texts("fees_description", "accreditations", "eligibility_description", "alert"),
      ...{ url: "uri", email: "email", status: ["active", "inactive", "defunct", "temporarily closed"] },
      ...{ minimum_age: "number", maximum_age: "number", assured_date: "date", assurer_email: "email" },
      last_modified: "instant",
    },
    nested: {
      organization: "organization",
      schedules: ["schedule"],
      service_at_locations: ["service_at_location"],
      ...BESIDE,
    },
  },
  organization: {
    required: ["id", "name", "description"],
    fields: {
      ...uuids("id", "parent_organization_id"),
      ...texts("name", "alternate_name", "description", "legal_status", "logo"),
      ...{ email: "email", website: "uri", uri: "uri", year_incorporated: "number" },
    },
    nested: BESIDE,
  },
  service_at_location: {
    required: ["id"],
    fields: { ...uuids("id", "service_id", "location_id"), description: "text" },
    nested: { location: "location", schedules: ["schedule"], ...BESIDE },
  },
  location: {
    required: ["id", "location_type"],
    fields: {
      ...uuids("id", "organization_id"),
      ...texts("name", "alternate_name", "description", "transportation"),
      ...texts("external_identifier", "external_identifier_type"),
      ...{ location_type: PLACES, url: "uri", latitude: "number", longitude: "number" },
    },
    nested: { addresses: ["address"], accessibility: ["accessibility"], schedules: ["schedule"], ...BESIDE },
  },
  address: {
    required: ["id", "address_1", "city", "state_province", "postal_code", "country", "address_type"],
    fields: {
      ...uuids("id", "location_id"),
      ...texts("attention", "address_1", "address_2", "city", "region", "state_province", "postal_code", "country"),
      address_type: PLACES,
    },
    nested: BESIDE,
  },
  accessibility: {
    required: ["id"],
    fields: { ...uuids("id", "location_id"), ...texts("description", "details"), url: "uri" },
    nested: BESIDE,
  },
  schedule: {
    required: ["id"],
    fields: {
      ...uuids("id", "service_id", "location_id", "service_at_location_id"),
      ...texts("byday", "byweekno", "bymonthday", "byyearday", "description", "attending_type", "notes"),
      ...{ valid_from: "date", valid_to: "date", dtstart: "date", until: "date", timezone: "number", count: "number" },
      ...{ wkst: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"], freq: ["WEEKLY", "MONTHLY"], interval: "number" },
      ...{ opens_at: "time", closes_at: "time", schedule_link: "uri" },
    },
    nested: BESIDE,
  },
  attribute: {
    required: ["id"],
    fields: {
      ...uuids("id", "link_id", "taxonomy_term_id"),
      ...texts("link_type", "link_entity", "value", "label"),
    },
    nested: { taxonomy_term: "taxonomy_term", metadata: ["metadata"] },
  },
  taxonomy_term: {
    required: ["id", "name", "description"],
    fields: {
      ...uuids("id", "parent_id", "taxonomy_id"),
      ...texts("code", "name", "description", "taxonomy", "language"),
      term_uri: "uri",
    },
    nested: { metadata: ["metadata"] },
  },
  metadata: {
    required: [
      ...["id", "last_action_date", "last_action_type", "field_name"],
      ...["previous_value", "replacement_value", "updated_by"],
    ],
    fields: {
      ...uuids("id", "resource_id"),
      ...texts("resource_type", "last_action_type", "field_name", "previous_value", "replacement_value", "updated_by"),
      last_action_date: "date",
    },
    nested: {},
  },
  /** What stands around the services of a list. */
  page: {
    required: ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"],
    fields: {
      ...{ total_items: "integer", total_pages: "integer", page_number: "integer", size: "integer" },
      ...{ first_page: "boolean", last_page: "boolean", empty: "boolean" },
    },
    nested: { contents: ["service"] },
  },
  /** The page about the API itself. */
  api: {
    required: ["version", "profile", "openapi_url"],
    fields: { version: ["3.2"], profile: "uri", openapi_url: "uri" },
    nested: {},
  },
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** With the minutes to UTC, as the descriptions of the two fields ask. */
const TIME = /^([01]\d|2[0-3]):[0-5]\d([+-]\d\d:\d\d|Z)$/;

const FITS: Record<Exclude<FieldKind, readonly string[]>, (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  uuid: (value) => typeof value === "string" && UUID.test(value),
  uri: (value) => typeof value === "string" && URL.canParse(value),
  email: (value) => typeof value === "string" && /^\S+@\S+$/.test(value),
  number: (value) => typeof value === "number" && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  date: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
  instant: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/.test(value),
  time: (value) => typeof value === "string" && TIME.test(value),
};

/** Everything in which a value is not what the specification says, as `service.schedules[0].byday: …`. */
export function hsdsFaults(kind: string, value: unknown, path = kind): string[] {
  const { required, fields, nested } = HSDS[kind] ?? { required: [], fields: {}, nested: {} };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path}: no object`];
  const missing = required.filter((name) => !(name in value)).map((name) => `${path}.${name}: missing`);
  const wrong = Object.entries(value).flatMap(([name, inside]) => {
    const at = `${path}.${name}`;
    const field = fields[name];
    if (field !== undefined) return fits(field, inside) ? [] : [`${at}: ${JSON.stringify(inside)} is no ${field}`];
    const of = nested[name];
    if (of === undefined) return [`${at}: unknown`];
    if (typeof of === "string") return hsdsFaults(of, inside, at);
    if (!Array.isArray(inside)) return [`${at}: no list`];
    return inside.flatMap((one, index) => hsdsFaults(of[0], one, `${at}[${index}]`));
  });
  return [...missing, ...wrong];
}

function fits(kind: FieldKind, value: unknown): boolean {
  return typeof kind === "string" ? FITS[kind](value) : kind.some((word) => word === value);
}

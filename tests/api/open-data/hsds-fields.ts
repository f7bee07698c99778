interface Fields {
  required: string[];
  /** All that the specification has and that is no object or list of its own. */
  fields: string[];
  nested: Record<string, string>;
}

/** HSDS 3.2, of the objects that are written here, from its reference. */
export const HSDS_FIELDS: Record<string, Fields> = {
  service: {
    required: ["id", "name", "status"],
    fields: [
      ...["id", "organization_id", "program_id", "name", "alternate_name", "description", "url", "email", "status"],
      ...["interpretation_services", "application_process", "fees_description", "accreditations", "last_modified"],
      ...["eligibility_description", "minimum_age", "maximum_age", "assured_date", "assurer_email", "alert"],
    ],
    nested: {
      organization: "organization",
      schedules: "schedule",
      service_at_locations: "service_at_location",
      attributes: "attribute",
      metadata: "metadata",
    },
  },
  organization: {
    required: ["id", "name", "description"],
    fields: [
      "id",
      "name",
      "alternate_name",
      "description",
      "email",
      "website",
      "logo",
      "uri",
      "parent_organization_id",
    ],
    nested: { metadata: "metadata" },
  },
  service_at_location: {
    required: ["id"],
    fields: ["id", "service_id", "location_id", "description"],
    nested: { location: "location", schedules: "schedule", attributes: "attribute", metadata: "metadata" },
  },
  location: {
    required: ["id", "location_type"],
    fields: [
      ...["id", "location_type", "url", "organization_id", "name", "alternate_name", "description", "transportation"],
      ...["latitude", "longitude", "external_identifier", "external_identifier_type"],
    ],
    nested: {
      addresses: "address",
      accessibility: "accessibility",
      attributes: "attribute",
      schedules: "schedule",
      metadata: "metadata",
    },
  },
  address: {
    required: ["id", "address_1", "city", "state_province", "postal_code", "country", "address_type"],
    fields: [
      ...["id", "location_id", "attention", "address_1", "address_2", "city", "region", "state_province"],
      ...["postal_code", "country", "address_type"],
    ],
    nested: {},
  },
  accessibility: { required: ["id"], fields: ["id", "location_id", "description", "details", "url"], nested: {} },
  schedule: {
    required: ["id"],
    fields: [
      ...["id", "service_id", "location_id", "service_at_location_id", "valid_from", "valid_to", "dtstart", "timezone"],
      ...["until", "count", "wkst", "freq", "interval", "byday", "byweekno", "bymonthday", "byyearday", "description"],
      ...["opens_at", "closes_at", "schedule_link", "attending_type", "notes"],
    ],
    nested: {},
  },
  attribute: {
    required: ["id"],
    fields: ["id", "link_id", "taxonomy_term_id", "link_type", "link_entity", "value", "label"],
    nested: { taxonomy_term: "taxonomy_term" },
  },
  taxonomy_term: {
    required: ["id", "name", "description"],
    fields: ["id", "code", "name", "description", "parent_id", "taxonomy", "language", "taxonomy_id", "term_uri"],
    nested: {},
  },
  metadata: {
    required: [
      ...["id", "last_action_date", "last_action_type", "field_name"],
      ...["previous_value", "replacement_value", "updated_by"],
    ],
    fields: [
      ...["id", "resource_id", "resource_type", "last_action_date", "last_action_type", "field_name"],
      ...["previous_value", "replacement_value", "updated_by"],
    ],
    nested: {},
  },
};

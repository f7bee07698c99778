import { AMENITIES, type AmenityKind } from "../../shared/amenities/amenity.js";
import { instantText } from "../../shared/common/instant.js";
import { hoursPlan, type PlanDay } from "../../shared/open-data/hours-plan.js";
import { cityOf, divisionName } from "../divisions/divisions.js";
import type { OpenData } from "./open-data.js";
import type { OpenStation } from "./open-station.js";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const PLANNED_DAYS = 90;
const SCHEMA = "https://schema.org";

/** Stations in the words of schema.org, as JSON-LD. Days of which nobody knows the hours are left out. */
export function linkedStations(
  stations: readonly OpenStation[],
  { licenseUrl, license, source }: OpenData,
  day: number,
) {
  return {
    "@context": SCHEMA,
    "@graph": stations.map((station) => ({
      "@type": "CivicStructure",
      "@id": `urn:yizhan:station:${station.id}`,
      identifier: station.code ?? station.id,
      name: station.name,
      address: {
        "@type": "PostalAddress",
        streetAddress: station.address,
        addressLocality: station.district.text,
        addressRegion: cityOf(station.district.code) ?? divisionName(station.district.code?.slice(0, 2) ?? ""),
        addressCountry: "CN",
      },
      geo: { "@type": "GeoCoordinates", ...station.wgs84 },
      isAccessibleForFree: true,
      ...(station.capacity === null ? {} : { maximumAttendeeCapacity: station.capacity }),
      ...hoursOf(station, day),
      amenityFeature: Object.entries(station.amenities).map(([kind, state]) => ({
        "@type": "LocationFeatureSpecification",
        name: AMENITIES[kind as AmenityKind].label,
        value: state === "working",
      })),
      additionalProperty: Object.entries(station.verified).flatMap(([fact, at]) =>
        at === null ? [] : [{ "@type": "PropertyValue", name: `verified:${fact}`, value: at }],
      ),
      subjectOf: {
        "@type": "Dataset",
        name: source,
        license: licenseUrl ?? license,
        dateModified: instantText(station.updatedAt),
      },
    })),
  };
}

function hoursOf({ hours }: OpenStation, fromDay: number) {
  const { week, seasons, dates } = hoursPlan(hours, fromDay, PLANNED_DAYS);
  const weekly = (days: readonly PlanDay[], note: string | null) =>
    days.flatMap(({ spans }, weekday) =>
      spans.map(([from, to]) => ({
        "@type": "OpeningHoursSpecification",
        dayOfWeek: `${SCHEMA}/${DAYS[weekday]}`,
        opens: timeWords(from),
        closes: timeWords(to),
        ...(note === null ? {} : { description: note }),
      })),
    );
  const special = dates.flatMap(({ from, to, day }) => {
    const spans = day.spans.length > 0 ? day.spans : ([[0, 0]] as const);
    if (day.isUnknown && day.spans.length === 0) return [];
    return spans.map(([opens, closes]) => ({
      "@type": "OpeningHoursSpecification",
      validFrom: from,
      validThrough: to,
      opens: timeWords(opens),
      closes: timeWords(closes),
    }));
  });
  return {
    openingHoursSpecification: [
      ...weekly(week, null),
      ...seasons.flatMap(({ from, to, week: ofSeason }) => weekly(ofSeason, `${from}/${to}`)),
    ],
    specialOpeningHoursSpecification: special,
  };
}

/** The last minute of a day stands for midnight, as schema.org asks for. */
function timeWords(minute: number): string {
  if (minute === 1_440) return "23:59";
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

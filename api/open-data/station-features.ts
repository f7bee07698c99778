import { instantText } from "../../shared/common/instant.js";
import { osmHours } from "../../shared/open-data/osm-hours.js";
import type { OpenData } from "./open-data.js";
import type { OpenStation } from "./open-station.js";

/** GeoJSON (RFC 7946) of stations: positions in WGS-84, as it wants them, and in GCJ-02 for maps of China beside them. */
export function stationFeatures(
  stations: readonly OpenStation[],
  { license, licenseUrl, source }: OpenData,
  day: number,
) {
  return {
    type: "FeatureCollection" as const,
    license,
    license_url: licenseUrl,
    source,
    features: stations.map((station) => featureOf(station, day)),
  };
}

function featureOf(station: OpenStation, day: number) {
  const { wgs84, gcj02, hours } = station;
  const { text, until } = osmHours(hours, day);
  return {
    type: "Feature" as const,
    id: station.id,
    geometry: { type: "Point" as const, coordinates: [wgs84.longitude, wgs84.latitude] },
    properties: {
      code: station.code,
      name: station.name,
      address: station.address,
      landmark: station.landmark,
      district: station.district.text,
      district_code: station.district.code,
      gcj02: [gcj02.longitude, gcj02.latitude],
      kind: station.kind,
      host: station.host,
      area_square_metres: station.areaSquareMetres,
      capacity: station.capacity,
      audience: station.audience,
      entry_note: station.entryNote,
      opening_hours: text,
      opening_hours_until: until,
      always_open: station.alwaysOpen,
      closed_from: station.closure && instantText(station.closure.from),
      closed_until: station.closure?.until == null ? null : instantText(station.closure.until),
      timed_services: station.timedServices.map((service) => ({
        name: service.name,
        opening_hours: osmHours(service.hours, day).text,
        note: service.note,
      })),
      amenities: station.amenities,
      verified: station.verified,
      updated_at: instantText(station.updatedAt),
      example: station.isDemo,
    },
  };
}

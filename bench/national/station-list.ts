import { AMENITIES, type AmenityKind } from "../../shared/amenities/amenity.js";
import type { DayHours } from "../../shared/stations/hours.js";
import type { Station } from "../../shared/stations/station.js";

const HEADINGS = "编号,名称,地址,区县,经度(GCJ-02),纬度,开放时间,设施";

/** The list that a union office would send of made-up stations, as CSV. */
export function stationList(stations: readonly Station[]): string {
  const lines = stations.map((station, row) =>
    [
      `YZ${String(row).padStart(7, "0")}`,
      station.name,
      station.address,
      station.district.text,
      station.location.longitude.toFixed(6),
      station.location.latitude.toFixed(6),
      `"${hoursText(station)}"`,
      amenityWords(station),
    ].join(","),
  );
  return `${[HEADINGS, ...lines].join("\n")}\n`;
}

function hoursText({ hours: { week } }: Station): string {
  const [monday, , , , , saturday] = week;
  const spans = spansText(monday);
  return spans === spansText(saturday) || spans === "" ? spans : `周一至周五 ${spans}`;
}

function spansText(day: DayHours | undefined): string {
  if (day === undefined || day === "unknown") return "";
  return day.map(({ opens, closes }) => `${clockText(opens)}-${clockText(closes)}`).join(",");
}

function clockText(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
}

function amenityWords({ amenities }: Station): string {
  return Object.keys(amenities)
    .map((kind) => AMENITIES[kind as AmenityKind].label)
    .join("、");
}

import type { AmenityKind, AmenityState } from "../../amenities/amenity.js";
import type { Datum, MapPoint } from "../../common/place.js";
import type { Hours } from "../hours.js";
import { type HoursReading, parseHoursText } from "../hours-text.js";
import type { StationFacts, StationKind } from "../station.js";
import type { Header } from "./columns.js";
import type { ImportProblem } from "./import-answer.js";
import { RowReader } from "./row-reader.js";

/** What a row says of a station; null where it says nothing, which leaves a known station as it is. */
export interface StationRow {
  /** As in Excel. */
  row: number;
  code: string | null;
  name: string | null;
  address: string | null;
  landmark: string | null;
  districtText: string | null;
  /** In the datum of the list, as it was given. */
  point: MapPoint | null;
  kind: StationKind | null;
  host: string | null;
  areaSquareMetres: number | null;
  capacity: number | null;
  audience: string | null;
  entryNote: string | null;
  phone: string | null;
  hours: Hours | null;
  /** What is said of each amenity that is named. */
  amenities: Partial<Record<AmenityKind, AmenityState>> | null;
  /** As it is written: dates without a year are read by the day on which the list comes in. */
  servicesText: string | null;
  /** The code of a station with another plaque on the same door. */
  sameSiteCode: string | null;
}

export interface RowReading {
  station: StationRow;
  errors: ImportProblem[];
  warnings: ImportProblem[];
}

const LARGEST_AREA = 10_000;
const LARGEST_CAPACITY = 1_000;

/**
 * Reads one row of a list. Errors and warnings name the row, the column, the value and what is expected.
 *
 * @param readHours for a long list one that remembers: most rows share their hours with thousands
 */
export function readStationRow(
  cells: readonly string[],
  header: Header,
  row: number,
  readHours: (text: string) => HoursReading = parseHoursText,
): RowReading {
  const reader = new RowReader(cells, header, row, readHours);
  const station: StationRow = {
    row,
    code: reader.code("code"),
    name: reader.words("name"),
    address: reader.words("address"),
    landmark: reader.words("landmark"),
    districtText: reader.district(),
    point: reader.point(),
    kind: reader.kind(),
    host: reader.words("host"),
    areaSquareMetres: reader.number("area", LARGEST_AREA, false),
    capacity: reader.number("capacity", LARGEST_CAPACITY, true),
    audience: reader.words("audience"),
    entryNote: reader.words("entryNote"),
    phone: reader.phone(),
    hours: reader.hours(),
    amenities: reader.amenities(),
    servicesText: reader.services(),
    sameSiteCode: reader.code("sameSite"),
  };
  return { station, errors: reader.errors, warnings: reader.warnings };
}

/** What becomes of a point of the list: the coordinate as it was given, beside the datum it was given in. */
export function surveyedPoint(point: MapPoint, datum: Datum): StationFacts["surveyed"] {
  return { datum, latitude: point.latitude, longitude: point.longitude, source: "import" };
}

import type { Datum, MapPoint } from "../../../shared/common/place";
import type { ApiMap } from "../../../shared/contract/api-map";
import { parseHoursText } from "../../../shared/stations/hours-text";
import { hoursToWrite } from "../../../shared/stations/hours-to-write";
import type { StationDetail } from "../../../shared/stations/station-answer";
import type { ApiFailure } from "../http/failure";

/** What is being written of a station. */
export interface Draft {
  name: string;
  code: string;
  hoursText: string;
  address: string;
  district: { code: string | null; text: string } | null;
  phone: string;
  audience: string;
  entryNote: string;
  host: string;
  landmark: string;
  /** GCJ-02; null: nobody has said where. */
  point: MapPoint | null;
  /** As it was given. */
  surveyed: (MapPoint & { datum: Datum }) | null;
  /** What is typed in the field for coordinates. */
  coordinates: string;
}

type TextKey = "name" | "code" | "address" | "phone" | "audience" | "entryNote" | "host" | "landmark";
const TEXTS: readonly TextKey[] = ["name", "code", "address", "phone", "audience", "entryNote", "host", "landmark"];
type PatchInput = Omit<ApiMap["PATCH /stations/:id"]["input"], "id" | "revision">;

export function emptyDraft(): Draft {
  const texts = { name: "", code: "", address: "", phone: "", audience: "", entryNote: "", host: "", landmark: "" };
  return { ...texts, hoursText: "", district: null, point: null, surveyed: null, coordinates: "" };
}

export function draftOf(station: StationDetail): Draft {
  const { hours, district, location, name, address } = station;
  return {
    ...emptyDraft(),
    name,
    address,
    code: station.code ?? "",
    phone: station.phone ?? "",
    audience: station.audience ?? "",
    entryNote: station.entryNote ?? "",
    host: station.host ?? "",
    landmark: station.landmark ?? "",
    hoursText: hours.written ?? hours.note ?? knownHours(station),
    district,
    point: location,
  };
}

/** Hours nobody wrote as a text, in words that are read again as the same. */
function knownHours({ hours }: StationDetail): string {
  const isKnown = hours.seasons.length > 0 || hours.week.some((day) => day !== "unknown");
  return isKnown ? hoursToWrite(hours) : "";
}

/** Only what was changed. */
export function patchOf(before: Draft, draft: Draft): PatchInput {
  const texts = TEXTS.filter((key) => draft[key].trim() !== before[key]).map((key) => [key, textOf(key, draft[key])]);
  return {
    ...Object.fromEntries(texts),
    ...(draft.hoursText.trim() === before.hoursText ? {} : { hoursText: draft.hoursText.trim() }),
    ...(draft.district === null || draft.district === before.district ? {} : { district: draft.district }),
    ...(draft.surveyed === null ? {} : { location: draft.surveyed }),
  };
}

export function newStationOf(draft: Draft): ApiMap["POST /stations"]["input"] {
  const { hours } = parseHoursText(draft.hoursText);
  const written = draft.hoursText.trim();
  return {
    ...Object.fromEntries(TEXTS.map((key) => [key, textOf(key, draft[key])])),
    name: draft.name.trim(),
    address: draft.address.trim(),
    district: draft.district ?? { code: null, text: "" },
    location: draft.surveyed ?? { latitude: 0, longitude: 0 },
    hours: written === "" ? hours : { ...hours, written },
  };
}

function textOf(key: TextKey, text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" && key !== "name" && key !== "address" ? null : trimmed;
}

/** What is wrong, by the field it stands in: as the server said, and what can be told before of what was changed. */
export function problemsOf(
  { hoursText }: Draft,
  before: Draft,
  failure: ApiFailure | null,
): Record<string, string | undefined> {
  const said = (failure?.fields ?? []).map(({ path, message }) => [path.split(".")[0] ?? "", message] as const);
  const isRead = hoursText === before.hoursText || hoursText.trim() === "" || parseHoursText(hoursText).understood;
  return { ...Object.fromEntries(said), ...(isRead ? {} : { hoursText: "读不懂，换个写法" }) };
}

import type { z } from "zod";
import { toGcj02 } from "../../shared/common/place.js";
import type { EpochMs } from "../../shared/common/time.js";
import { parseHoursText } from "../../shared/stations/hours-text.js";
import type { StationFacts } from "../../shared/stations/station.js";
import type { NewStation, StationPatch, SurveyedPoint } from "../../shared/stations/station-input.js";

export function stationFactsOf(input: NewStation, now: EpochMs): StationFacts {
  return { ...input, ...placed(input.location), amenities: stated(input.amenities, now) };
}

/** Only what the patch names. */
export function stationPatchOf(
  { location, amenities, hoursText, ...rest }: StationPatch,
  now: EpochMs,
): Partial<StationFacts> {
  return {
    ...rest,
    ...(hoursText === undefined ? {} : { hours: { ...parseHoursText(hoursText).hours, written: hoursText } }),
    ...(location ? placed(location) : {}),
    ...(amenities ? { amenities: stated(amenities, now) } : {}),
  };
}

function placed(surveyed: z.infer<typeof SurveyedPoint>): Pick<StationFacts, "location" | "surveyed"> {
  return { location: toGcj02(surveyed, surveyed.datum), surveyed };
}

/** An officer wrote it down today, and so confirmed it. */
function stated(amenities: NewStation["amenities"], now: EpochMs): StationFacts["amenities"] {
  return Object.fromEntries(
    Object.entries(amenities).map(([kind, entry]) => [kind, { ...entry, since: now, confirmedAt: now }]),
  );
}

import type { Hours } from "../../../shared/stations/hours.js";
import type {
  NearestAnswer,
  NearestItem,
  OpeningAnswer,
  StationDetail,
} from "../../../shared/stations/station-answer.js";

/** An instant in Beijing, written `2026-03-03T19:00`. */
export function cst(local: string): number {
  return Date.parse(`${local}:00+08:00`);
}

export function cstText(local: string): string {
  return new Date(cst(local)).toISOString();
}

export function givenOpening(changed: Partial<OpeningAnswer> = {}): OpeningAnswer {
  return {
    state: "open",
    changesAt: null,
    opensAt: null,
    openOnArrival: true,
    unattended: false,
    calendarKnown: true,
    ...changed,
  };
}

export function givenItem(changed: Partial<NearestItem> = {}): NearestItem {
  return {
    id: "st_given",
    code: null,
    name: "丽景街驿站",
    address: "丽景街 1 号",
    landmark: null,
    district: { code: "640104", text: "兴庆区" },
    location: { latitude: 38.474, longitude: 106.289 },
    alwaysOpen: false,
    opening: givenOpening(),
    amenities: {},
    unconfirmedAmenities: [],
    audience: null,
    entryNote: null,
    verifiedAt: null,
    confirmedBy: null,
    openReports: 0,
    isDemo: false,
    distanceMetres: 400,
    travelMinutes: 6,
    movedBelow: null,
    ...changed,
  };
}

export function givenNearest(stations: NearestItem[], asOf = cstText("2026-03-03T10:00")): NearestAnswer {
  return { asOf, origin: { latitude: 38.474, longitude: 106.289, datum: "gcj02" }, stations };
}

export function givenHours(changed: Partial<Hours> = {}): Hours {
  const day = [{ opens: 510, closes: 1_350 }];
  return {
    week: [day, day, day, day, day, day, day],
    holidays: "unknown",
    adjustedWorkdays: "as_week",
    seasons: [],
    exceptions: [],
    note: null,
    ...changed,
  };
}

export function givenDetail(changed: Partial<StationDetail> = {}): StationDetail {
  const { distanceMetres, travelMinutes, ...item } = givenItem();
  return {
    ...item,
    asOf: cstText("2026-03-03T10:00"),
    kind: "standard",
    host: null,
    phone: null,
    areaSquareMetres: null,
    capacity: null,
    hours: givenHours(),
    closure: null,
    amenityDetails: {},
    verified: { location: null, services: null, open: null },
    surveyed: { datum: "gcj02", latitude: 38.474, longitude: 106.289, source: "测试" },
    sameSiteAs: null,
    photos: [],
    revision: 1,
    isWithdrawn: false,
    updatedAt: cstText("2026-03-01T10:00"),
    ...changed,
  };
}

/** A reply as `Taro.request` gives it. */
export function reply(statusCode: number, data: unknown, header: Record<string, string> = {}) {
  return { statusCode, data, header, errMsg: "request:ok" };
}

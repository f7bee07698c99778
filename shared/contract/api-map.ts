import type { AmenityKind, AmenityState } from "../amenities/amenity.js";
import type { OpeningSpan } from "../stations/hours.js";
import type {
  DistrictList,
  MyStations,
  NearestAnswer,
  NearestQuery,
  StationDetail,
  StationList,
} from "../stations/station-answer.js";
import type { UniformityCheck } from "../stations/uniformity.js";
import type { UniformityList } from "../stations/uniformity-answer.js";
import type { ErrorCode } from "./error-codes.js";

/** Every endpoint the mini-program calls: what goes in, what comes out. Types only, so that nothing is bundled. */
export interface ApiMap {
  "GET /stations/nearest": {
    input: Partial<Omit<NearestQuery, "amenities">> &
      Pick<NearestQuery, "latitude" | "longitude"> & { amenities?: string };
    output: NearestAnswer;
  };
  "GET /stations/:id": { input: { id: string }; output: StationDetail };
  /** `district`: a code prefix, or the district's text where it has no code. */
  "GET /stations": { input: { district?: string; cursor?: string }; output: StationList };
  "GET /districts": { input: Record<string, never>; output: DistrictList };
  /** The stations that the person signed in keeps. */
  "GET /stations/mine": { input: Record<string, never>; output: MyStations };
  /** `until`: ISO 8601; null: until somebody opens again. */
  "PUT /stations/:id/closure": {
    input: { id: string; until: string | null; reason: string | null };
    output: StationDetail;
  };
  "DELETE /stations/:id/closure": { input: { id: string }; output: StationDetail };
  "PUT /stations/:id/amenities/:kind": {
    input: { id: string; kind: AmenityKind; state: AmenityState; note?: string | null; expiresOn?: string | null };
    output: StationDetail;
  };
  /** Nobody knows any more. */
  "DELETE /stations/:id/amenities/:kind": { input: { id: string; kind: AmenityKind }; output: StationDetail };
  "PUT /stations/:id/today": { input: { id: string; spans: OpeningSpan[] }; output: StationDetail };
  "DELETE /stations/:id/today": { input: { id: string }; output: StationDetail };
  "POST /stations/:id/confirm": { input: { id: string }; output: StationDetail };
  /** Officers only. `missing`: those that miss something for this check. */
  "GET /uniformity": {
    input: { district?: string; missing?: UniformityCheck; cursor?: string };
    output: UniformityList;
  };
  "GET /health": { input: Record<string, never>; output: Health };
}

export interface Health {
  status: "ok" | "error";
  redis: "up" | "down";
  version: string;
  mode: "demo" | "production";
}

/** What every failed request answers. */
export interface ErrorAnswer {
  error: {
    code: ErrorCode;
    message: string;
    requestId: string;
    fields?: { path: string; message: string }[];
  };
}

import type {
  DistrictList,
  NearestAnswer,
  NearestQuery,
  StationDetail,
  StationList,
} from "../stations/station-answer.js";
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

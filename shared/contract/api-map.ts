import type { AmenityKind, AmenityState } from "../amenities/amenity.js";
import type { MapPoint } from "../core/place.js";
import type { Hours, OpeningSpan } from "../stations/hours.js";
import type {
  DistrictList,
  MyStations,
  NearestAnswer,
  NearestQuery,
  OfficialDistrictList,
  StationDetail,
  StationList,
  WaitingPhotos,
  WithdrawnList,
} from "../stations/station-answer.js";
import type { ReportKind } from "../trust/report.js";
import type { MyReports, ReportAnswer, TaskList } from "../trust/report-answer.js";
import type { TaskState } from "../trust/task-states.js";
import type { ApiOf } from "./api-types.js";
import type { CONTRACT } from "./contract.js";
import type { WishApiMap } from "./wish-api-map.js";

/** Every endpoint the mini-program calls: what goes in, what comes out. Types only, so that nothing is bundled. */
export interface ApiMap extends WishApiMap, ApiOf<typeof CONTRACT> {
  "GET /stations/nearest": {
    input: Partial<Omit<NearestQuery, "amenities">> &
      Pick<NearestQuery, "latitude" | "longitude"> & { amenities?: string };
    output: NearestAnswer;
  };
  "GET /stations/:id": { input: { id: string }; output: StationDetail };
  /** `district`: a code prefix, or what `districtQuery` makes of a district (shared/stations/district.ts). */
  "GET /stations": { input: { district?: string; cursor?: string }; output: StationList };
  "GET /districts": { input: Record<string, never>; output: DistrictList };
  /** `within`: the code of a province, a city or a county. */
  "GET /districts/official": { input: { within: string }; output: OfficialDistrictList };
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
  /** Officers only, these four. What is left out nobody knows yet. */
  "POST /stations": {
    input: {
      name: string;
      code: string | null;
      address: string;
      district: { code: string | null; text: string };
      location: MapPoint;
      hours: Hours;
      audience: string | null;
    };
    output: StationDetail;
  };
  "POST /stations/:id/withdraw": { input: { id: string }; output: StationDetail };
  "POST /stations/:id/reinstate": { input: { id: string }; output: StationDetail };
  "GET /stations/withdrawn": { input: { cursor?: string }; output: WithdrawnList };
  "DELETE /stations/:id/photos/:photoId": { input: { id: string; photoId: string }; output: StationDetail };
  /** Officers only. */
  "POST /stations/:id/photos/:photoId/approve": { input: { id: string; photoId: string }; output: StationDetail };
  /** Officers only: what nobody has checked yet. */
  "GET /photos/waiting": { input: Record<string, never>; output: WaitingPhotos };
  /** `atDoor` is found out on the phone; no position is sent. */
  "POST /stations/:id/reports": {
    input: { id: string; kind: ReportKind; amenity?: AmenityKind; note?: string; atDoor?: boolean };
    output: ReportAnswer;
  };
  "GET /reports/mine": { input: Record<string, never>; output: MyReports };
  "POST /reports/:id/confirm": { input: { id: string }; output: { id: string; state: TaskState } };
  "POST /reports/:id/reopen": { input: { id: string }; output: { id: string; state: TaskState } };
  "GET /tasks": { input: { stationId?: string; state?: TaskState | "open"; cursor?: string }; output: TaskList };
  "POST /tasks/:id/accept": { input: { id: string }; output: { id: string; state: TaskState } };
  "POST /tasks/:id/resolve": {
    input: { id: string; done: string; amenityWorks?: boolean };
    output: { id: string; state: TaskState };
  };
}

import { z } from "zod";
import { CSV_TYPE, XLSX_TYPE } from "../core/file-types.js";
import { wordsUpTo } from "../core/free-text.js";
import { InstantInput } from "../core/instant.js";
import { LongWorkAnswer, LongWorkId } from "../long-work/long-work.js";
import { OpeningSpan } from "../stations/hours.js";
import { StationImportAnswer } from "../stations/import/import-answer.js";
import { StationImportWork } from "../stations/import/import-work.js";
import { CONFIRMED_FACTS } from "../stations/keep-station.js";
import { PHOTO_SUBJECTS, PhotoId } from "../stations/photos.js";
import { PosterBatch } from "../stations/poster-batch.js";
import { SaidDays } from "../stations/said-days-input.js";
import { AmenityKind, AmenityState, DistrictCode, StationId } from "../stations/station.js";
import {
  DistrictList,
  MyStations,
  NearestAnswer,
  NearestQuery,
  OfficialDistrictList,
  ShownDays,
  StationDetail,
  StationList,
  WaitingPhotos,
  WithdrawnList,
} from "../stations/station-answer.js";
import { NewStation, StationPatch } from "../stations/station-input.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ id: StationId });
const DISTRICT = "A code or its prefix (64, 6401, 640104), or the district's text";
const NEXT_PAGE = "`nextCursor` of the page before";

export const stationContract = {
  listNearest: {
    route: "GET /stations/nearest",
    summary: "The nearest stations, and whether each is open when the person gets there",
    permission: "open",
    query: NearestQuery,
    answer: NearestAnswer,
    answers: "By distance, equal distances by id",
  },
  listWithdrawnStations: {
    route: "GET /stations/withdrawn",
    summary: "The withdrawn stations of an officer's reach, those withdrawn last first (officer)",
    permission: "station:reinstate",
    query: z.object({
      cursor: z
        .string()
        .regex(/^\d{15}-st_[a-z0-9_]{1,40}$/)
        .optional()
        .meta({ description: NEXT_PAGE }),
    }),
    answer: WithdrawnList,
    answers: "A page",
  },
  listStations: {
    route: "GET /stations",
    summary: "Stations of a district, a page at a time",
    permission: "open",
    query: z.object({
      district: z.string().max(30).optional().meta({ description: DISTRICT }),
      cursor: z.string().max(200).optional().meta({ description: NEXT_PAGE }),
    }),
    answer: StationList,
    answers: "A page",
  },
  getStation: {
    route: "GET /stations/:id",
    summary: "Everything a person may see of one station",
    // Who asks is looked up only where it makes a difference: photos that wait for a check.
    permission: "open",
    params,
    answer: StationDetail,
    answers: "The station",
    errors: ["not_found", "sign_in_expired"],
  },
  createStation: {
    route: "POST /stations",
    summary: "Add a station (officer)",
    permission: "station:create",
    write: "once",
    body: NewStation,
    status: 201,
    answer: StationDetail,
    answers: "Added",
    errors: ["code_taken", "name_taken"],
  },
  changeStation: {
    route: "PATCH /stations/:id",
    summary: "Change what is said about a station (officer)",
    permission: "station:change",
    write: "repeatable",
    params,
    body: StationPatch,
    answer: StationDetail,
    answers: "Changed",
    errors: ["not_found", "conflict", "code_taken", "name_taken"],
  },
  withdrawStation: {
    route: "POST /stations/:id/withdraw",
    summary: "Take a station off every list; its record stays (officer)",
    permission: "station:withdraw",
    write: "repeatable",
    params,
    answer: StationDetail,
    answers: "Withdrawn",
    errors: ["not_found", "conflict"],
  },
  reinstateStation: {
    route: "POST /stations/:id/reinstate",
    summary: "Put a withdrawn station back on every list, as it was (officer)",
    permission: "station:reinstate",
    write: "repeatable",
    params,
    answer: StationDetail,
    answers: "On the lists",
    errors: ["not_found", "conflict"],
  },
} as const satisfies Contract;

export const districtContract = {
  listDistricts: {
    route: "GET /districts",
    summary: "The districts that have stations, for picking a place by hand",
    permission: "open",
    answer: DistrictList,
    answers: "By code",
  },
  listOfficialDistricts: {
    route: "GET /districts/official",
    summary: "The official districts of a province, a city or a county, for adding a station",
    permission: "open",
    query: z.object({ within: DistrictCode }),
    answer: OfficialDistrictList,
    answers: "By code",
  },
} as const satisfies Contract;

const importQuery = z.strictObject({
  datum: z
    .enum(["gcj02", "wgs84", "bd09"])
    .optional()
    .meta({ description: "Outweighs the header; without either it is gcj02" }),
  dryRun: z.enum(["true", "false"]).default("false"),
  map: z
    .union([z.string().max(200), z.array(z.string().max(200)).max(30)])
    .optional()
    .meta({ description: "What a heading of the file means, as in 名字=名称；may be given several times" }),
  city: z
    .string()
    .regex(/^\d{2}(\d{2}){0,2}$/, { error: "行政区划代码是 2、4 或 6 位数字" })
    .optional()
    .meta({ description: "The code of the province or city all districts lie in, as in 4101" }),
  outside: z.enum(["refuse", "set-aside"]).default("refuse").meta({
    description: "What becomes of rows outside the officer's reach: the list is refused, or they are left out",
  }),
  reinstate: z
    .enum(["true", "false"])
    .default("false")
    .meta({ description: "Whether stations of the list that were withdrawn are put back on the lists" }),
});
const listFile = {
  files: { [CSV_TYPE]: "text", [XLSX_TYPE]: "binary", "multipart/form-data": "form" },
  otherwise: "unsupported_media_type",
} as const;

export const stationImportContract = {
  importStations: {
    route: "POST /stations/import",
    summary:
      "Import a list of stations, CSV or XLSX: all of its rows or none, also when it is cut off (officer). The body is the file itself",
    description:
      "As a form, the file is its field `file`, and `mends` may hold JSON of cells put right since. An import is one act, " +
      "which `POST /changes/:changeId/undo` takes back for a day.",
    permission: "station:import",
    write: "repeatable",
    query: importQuery,
    body: listFile,
    answer: StationImportAnswer,
    answers: "What was imported, or would be",
    errors: ["conflict", "import_rejected"],
  },
  beginStationImport: {
    route: "POST /stations/imports",
    summary: "Import a list of stations as long work, for lists of many thousands: found again for a day (officer)",
    description:
      "Ask `GET /long-work/{id}` how far it is, `POST /long-work/{id}/further` to do the next part, `POST /long-work/{id}/cancel` to stop it before it is shown, and `GET /stations/imports/{id}` what it did.",
    permission: "station:import",
    write: "once",
    status: 201,
    query: importQuery,
    body: listFile,
    answer: LongWorkAnswer,
    answers: "What was begun",
    errors: ["long_work_full", "photos_unavailable"],
  },
  getStationImport: {
    route: "GET /stations/imports/:id",
    summary: "How far an import is, and what it did or what is wrong in the list once it has ended (who began it)",
    permission: "station:import",
    params: z.object({ id: LongWorkId }),
    answer: StationImportWork,
    answers: "The import",
    errors: ["not_found", "photos_unavailable"],
  },
} as const satisfies Contract;

const amenityParams = params.extend({ kind: AmenityKind });
const words = wordsUpTo(60).nullable();
const kept = {
  write: "repeatable",
  answer: StationDetail,
  errors: ["not_found", "conflict", "words_refused"],
} as const;

/** What keepers do at their stations, and officers at those of their reach. */
export const keepingContract = {
  listMyStations: {
    route: "GET /stations/mine",
    summary: "The stations that the person signed in keeps",
    permission: "account:own",
    answer: MyStations,
    answers: "By id",
  },
  closeStation: {
    route: "PUT /stations/:id/closure",
    summary: "Shut a station for a while; it opens by itself (keeper, officer)",
    permission: "station:close",
    params,
    body: z.strictObject({
      until: InstantInput.nullable().meta({ description: "Null: until somebody opens it again" }),
      reason: words.default(null),
    }),
    answers: "Shut",
    ...kept,
  },
  reopenStation: {
    route: "DELETE /stations/:id/closure",
    summary: "End a closure (keeper, officer)",
    permission: "station:close",
    params,
    answers: "Open as posted",
    ...kept,
  },
  setAmenity: {
    route: "PUT /stations/:id/amenities/:kind",
    summary: "Say how an amenity is now (keeper, officer)",
    permission: "station:set-amenity",
    params: amenityParams,
    body: z.strictObject({
      state: AmenityState,
      note: words.optional(),
      expiresOn: z.iso.date({ error: "要写成 2026-12-03 这样" }).nullable().optional(),
    }),
    answers: "Said",
    ...kept,
  },
  forgetAmenity: {
    route: "DELETE /stations/:id/amenities/:kind",
    summary: "Say that nobody knows of an amenity (keeper, officer)",
    permission: "station:set-amenity",
    params: amenityParams,
    answers: "Unknown from now on",
    ...kept,
  },
  setToday: {
    route: "PUT /stations/:id/today",
    summary: "Hours for today alone; none: it does not open today (keeper, officer)",
    permission: "station:set-today",
    params,
    body: z.strictObject({ spans: z.array(OpeningSpan).max(6) }),
    answers: "Changed for today",
    ...kept,
  },
  resetToday: {
    route: "DELETE /stations/:id/today",
    summary: "The usual hours hold today again (keeper, officer)",
    permission: "station:set-today",
    params,
    answers: "As usual",
    ...kept,
  },
  setDays: {
    route: "PUT /stations/:id/days",
    summary: "Hours for dates to come: a holiday, a day off, longer hours in the heat (keeper, officer)",
    description:
      "Each date by itself: spans, none for not open, `usual` as on that day of the week, `unsaid` to take an answer back.",
    permission: "station:set-today",
    params,
    body: z.strictObject({ days: SaidDays }),
    answers: "Said, with who said so",
    ...kept,
  },
  confirmFact: {
    route: "POST /stations/:id/facts",
    summary: "One fact of the station is still as it was said: the door, its hours, some amenities (keeper, officer)",
    permission: "station:confirm",
    params,
    body: z.strictObject({ fact: z.enum(CONFIRMED_FACTS), kinds: z.array(AmenityKind).max(60).default([]) }),
    answers: "Confirmed",
    ...kept,
  },
  countShown: {
    route: "GET /stations/:id/shown",
    summary: "How often a station stood first in somebody's list, day by day; no number below 10 (keeper, officer)",
    permission: "station:confirm",
    params,
    answer: ShownDays,
    answers: "The last 7 days, the newest first",
    errors: ["not_found"],
  },
  confirmStation: {
    route: "POST /stations/:id/confirm",
    summary: "Everything said of the station is right; takes back 有人说门关着 (keeper, officer)",
    permission: "station:confirm",
    params,
    answers: "Confirmed",
    ...kept,
  },
} as const satisfies Contract;

const POSTER = {
  permission: "open",
  params,
  answers: "The poster",
  also: { 304: "As it was" },
  errors: ["not_found", "busy"],
} as const;

/** Posters are public: whoever can see a station may hang up its poster. */
export const posterContract = {
  getPosterPdf: {
    route: "GET /stations/:id/poster.pdf",
    summary: "A station's poster, A4, as PDF",
    answer: { files: { "application/pdf": "binary" } },
    ...POSTER,
  },
  getPosterPng: {
    route: "GET /stations/:id/poster.png",
    summary: "A station's poster, A4, as PNG",
    answer: { files: { "image/png": "binary" } },
    ...POSTER,
  },
} as const satisfies Contract;

/** Posters of many stations at once, for who hangs them up in a whole city. */
export const posterBatchContract = {
  printPosters: {
    route: "POST /stations/posters",
    summary: "Draw the posters of many stations into PDFs of some dozens of pages, which takes a while (officer)",
    description: "Ask `GET /long-work/{id}` how far it is, or `POST /long-work/{id}/further` to do the next part.",
    permission: "station:print-posters",
    write: "once",
    status: 201,
    body: PosterBatch,
    answer: LongWorkAnswer,
    answers: "What was begun",
    errors: ["long_work_full", "photos_unavailable"],
  },
} as const satisfies Contract;

const photoParams = params.extend({ photoId: PhotoId });

/** The photos of one station. */
export const photoContract = {
  addPhoto: {
    route: "POST /stations/:id/photos",
    summary: "Add a photo: the picture as the body, or as the field `photo` of a form (keeper, officer)",
    description:
      "JPEG, PNG or WebP, at most 4 MB. It is shown once it is checked; the oldest of its subject makes room.",
    permission: "station:photograph",
    write: "once",
    params,
    query: z.object({ of: z.enum(PHOTO_SUBJECTS, { error: "要说拍的是门口 entrance、里面 inside 还是门牌 sign" }) }),
    body: {
      files: { "image/jpeg": "binary", "image/png": "binary", "image/webp": "binary", "multipart/form-data": "form" },
      otherwise: "photo_expected",
    },
    status: 201,
    answer: StationDetail,
    answers: "The station, with the photo",
    errors: ["not_found", "conflict", "photo_too_large", "photos_unavailable"],
  },
  removePhoto: {
    route: "DELETE /stations/:id/photos/:photoId",
    summary: "Take a photo away (keeper, officer)",
    permission: "station:photograph",
    write: "repeatable",
    params: photoParams,
    answer: StationDetail,
    answers: "The station, without it",
    errors: ["not_found", "conflict"],
  },
  approvePhoto: {
    route: "POST /stations/:id/photos/:photoId/approve",
    summary: "Let everybody see a photo that waits (officer)",
    permission: "station:approve-photo",
    write: "repeatable",
    params: photoParams,
    answer: StationDetail,
    answers: "The station, with the photo",
    errors: ["not_found", "conflict"],
  },
  rejectPhoto: {
    route: "POST /stations/:id/photos/:photoId/reject",
    summary: "Refuse a photo, with a reason for whoever took it; its picture is removed (officer)",
    permission: "station:approve-photo",
    write: "repeatable",
    params: photoParams,
    body: z.strictObject({ reason: wordsUpTo(30) }),
    answer: StationDetail,
    answers: "The station, without the picture",
    errors: ["not_found", "conflict"],
  },
  getPhoto: {
    route: "GET /stations/:id/photos/:photoId/:file",
    summary: "A photo, as the station names its address",
    permission: "open",
    params: photoParams.extend({ file: z.enum(["large.jpg", "small.jpg"]) }),
    query: z.object({ until: z.coerce.number<string>().int().optional(), pass: z.string().max(64).optional() }),
    answer: { files: { "image/jpeg": "binary" } },
    answers: "The picture",
    errors: ["not_found", "photos_unavailable"],
  },
} as const satisfies Contract;

/** What waits for officers, of all stations. */
export const waitingPhotoContract = {
  listWaitingPhotos: {
    route: "GET /photos/waiting",
    summary: "Photos within an officer's reach that nobody has checked, those that wait longest first (officer)",
    permission: "station:approve-photo",
    answer: WaitingPhotos,
    answers: "At most 50 stations",
  },
} as const satisfies Contract;

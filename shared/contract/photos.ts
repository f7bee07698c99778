import { z } from "zod";
import { PHOTO_REASON_LIMIT } from "../common/field-limits.js";
import { wordsUpTo } from "../common/free-text.js";
import { PHOTO_SUBJECTS, PhotoId } from "../stations/photos.js";
import { StationId } from "../stations/station.js";
import { StationDetail, WaitingPhotos } from "../stations/station-answer.js";
import type { Contract } from "./endpoint.js";

const params = z.object({ id: StationId });

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
    body: z.strictObject({ reason: wordsUpTo(PHOTO_REASON_LIMIT) }),
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

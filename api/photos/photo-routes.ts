import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { PHOTO_SUBJECTS, PhotoId } from "../../shared/stations/photos.js";
import { StationId } from "../../shared/stations/station.js";
import { StationDetail, WaitingPhotos } from "../../shared/stations/station-answer.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { errorAnswers, jsonAnswer } from "../http/answers.js";
import { type AppEnv, createRouter } from "../http/app-env.js";
import { allowOtherOrigins } from "../http/common-headers.js";
import { doerOf } from "../http/doer-of.js";
import { publicOrigin } from "../http/public-address.js";
import { requireHeavyWork } from "../http/request-context.js";
import { requirePermission } from "../http/require-permission.js";
import { presentDetail } from "../stations/present-station.js";
import { addPhoto } from "./add-photo.js";
import { approvePhoto, hasPicture, removePhoto } from "./change-photos.js";
import { listWaitingPhotos } from "./list-waiting-photos.js";
import { PHOTO_SIZES, photoFileName } from "./photo-files.js";
import { isPassGood, photoPass, photoPath } from "./present-photos.js";

const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"];
const FORM_TYPE = "multipart/form-data";
const YEAR_SECONDS = 31_536_000;

const params = z.object({ id: StationId });
const photoParams = params.extend({ photoId: PhotoId });
interface Schema {
  type: "object" | "string";
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
}

const picture = { schema: { type: "string", format: "binary" } } as const;

/** The picture itself, or a form with it, as `wx.uploadFile` sends one. */
const PHOTO_BODY: { required: true; content: Record<string, { schema: Schema }> } = {
  required: true,
  content: {
    ...Object.fromEntries(PHOTO_TYPES.map((type) => [type, picture])),
    [FORM_TYPE]: { schema: { type: "object", properties: { photo: picture.schema }, required: ["photo"] } },
  },
};

const addRoute = createRoute({
  method: "post",
  path: "/{id}/photos",
  summary: "Add a photo: the picture as the body, or as the field `photo` of a form (keeper, officer)",
  description: "JPEG, PNG or WebP, at most 4 MB. It is shown once it is checked; the oldest of its subject makes room.",
  request: {
    params,
    body: PHOTO_BODY,
    query: z.object({ of: z.enum(PHOTO_SUBJECTS, { error: "要说拍的是门口 entrance、里面 inside 还是门牌 sign" }) }),
  },
  responses: {
    201: jsonAnswer("The station, with the photo", StationDetail),
    ...errorAnswers(
      "invalid_input",
      "not_signed_in",
      "not_allowed",
      "not_found",
      "conflict",
      "photo_too_large",
      "photo_expected",
      "photos_unavailable",
    ),
  },
});

const removeRoute = createRoute({
  method: "delete",
  path: "/{id}/photos/{photoId}",
  summary: "Take a photo away (keeper, officer)",
  request: { params: photoParams },
  responses: {
    200: jsonAnswer("The station, without it", StationDetail),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed", "not_found", "conflict"),
  },
});

const approveRoute = createRoute({
  method: "post",
  path: "/{id}/photos/{photoId}/approve",
  summary: "Let everybody see a photo that waits (officer)",
  request: { params: photoParams },
  responses: {
    200: jsonAnswer("The station, with the photo", StationDetail),
    ...errorAnswers("invalid_input", "not_signed_in", "not_allowed", "not_found", "conflict"),
  },
});

const pictureRoute = createRoute({
  method: "get",
  path: "/{id}/photos/{photoId}/{file}",
  summary: "A photo, as the station names its address",
  request: {
    params: photoParams.extend({ file: z.enum(["large.jpg", "small.jpg"]) }),
    query: z.object({ until: z.coerce.number().int().optional(), pass: z.string().max(64).optional() }),
  },
  responses: {
    200: { description: "The picture", content: { "image/jpeg": picture } },
    ...errorAnswers("invalid_input", "not_found", "photos_unavailable"),
  },
});

const waitingRoute = createRoute({
  method: "get",
  path: "/waiting",
  summary: "Photos within an officer's reach that nobody has checked, those that wait longest first (officer)",
  responses: { 200: jsonAnswer("At most 50 stations", WaitingPhotos), ...errorAnswers("not_signed_in", "not_allowed") },
});

/** The photos of one station. */
export function photoRoutes(deps: Dependencies) {
  const router = createRouter();
  router.on("POST", "/:id/photos", requirePermission(deps, "station:photograph"));
  router.on("DELETE", "/:id/photos/:photoId", requirePermission(deps, "station:photograph"));
  router.on("POST", "/:id/photos/:photoId/approve", requirePermission(deps, "station:approve-photo"));
  const detail = (station: Parameters<typeof presentDetail>[0]) =>
    presentDetail(station, deps.clock(), photoPass(deps));
  return router
    .openapi(addRoute, async (c) => {
      const { id: stationId } = c.req.valid("param");
      const origin = publicOrigin(c, deps);
      const passFor = photoPass(deps);
      await requireHeavyWork(c, deps);
      const photo = {
        stationId,
        of: c.req.valid("query").of,
        file: await sentFile(c),
        urlOf: (photoId: PhotoId) => `${origin}${photoPath(stationId, photoId, "large")}${passFor(photoId)}`,
      };
      return c.json(detail(await addPhoto(deps, photo, doerOf(c))), 201);
    })
    .openapi(removeRoute, async (c) => {
      const { id: stationId, photoId } = c.req.valid("param");
      return c.json(detail(await removePhoto(deps, { stationId, photoId }, doerOf(c))), 200);
    })
    .openapi(approveRoute, async (c) => {
      const { id: stationId, photoId } = c.req.valid("param");
      return c.json(detail(await approvePhoto(deps, { stationId, photoId }, doerOf(c))), 200);
    })
    .openapi(pictureRoute, async (c) => {
      const { id, photoId, file } = c.req.valid("param");
      const station = await deps.stations.find(id);
      const photo = station?.photos?.find((one) => one.id === photoId);
      if (!station || station.withdrawnAt !== null || !photo || !hasPicture(photo)) throw new ApiError("not_found");
      const isPublic = photo.check === "passed";
      if (!isPublic && !isPassGood(deps, photoId, c.req.valid("query"))) throw new ApiError("not_found");
      if (deps.photoFiles === null) throw new ApiError("photos_unavailable");
      const size = PHOTO_SIZES.find((one) => file === `${one}.jpg`) ?? "large";
      const jpeg = await deps.photoFiles.get(photoFileName(id, photoId, size));
      if (jpeg === null) throw new ApiError("not_found");
      // What a photo shows never changes: another picture is another photo.
      c.header("Cache-Control", isPublic ? `public, max-age=${YEAR_SECONDS}, immutable` : "private, no-store");
      allowOtherOrigins(c);
      return c.body(jpeg, 200, { "content-type": "image/jpeg" });
    });
}

/** What waits for officers, of all stations. */
export function waitingPhotoRoutes(deps: Dependencies) {
  const router = createRouter();
  router.use(requirePermission(deps, "station:approve-photo"));
  return router.openapi(waitingRoute, async (c) => {
    c.header("Cache-Control", "no-store");
    return c.json(await listWaitingPhotos(deps, c.get("user")), 200);
  });
}

/** The picture of a request, whichever way it was sent. What it claims to be is not believed: the content tells. */
async function sentFile(c: Context<AppEnv>): Promise<Uint8Array> {
  const contentType = c.req.header("content-type") ?? "";
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const body = await c.req.arrayBuffer();
  if (PHOTO_TYPES.includes(type)) return requireSome(new Uint8Array(body));
  if (type !== FORM_TYPE) throw new ApiError("photo_expected");
  const form = await new Response(body, { headers: { "content-type": contentType } }).formData().catch(() => null);
  const photo = form?.get("photo");
  return requireSome(photo instanceof File ? new Uint8Array(await photo.arrayBuffer()) : new Uint8Array());
}

function requireSome(file: Uint8Array): Uint8Array {
  if (file.length === 0) throw new ApiError("invalid_input", [{ path: "photo", message: "没有收到照片,请再选一次" }]);
  return file;
}

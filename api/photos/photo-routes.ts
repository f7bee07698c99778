import type { Context } from "hono";
import { photoContract, waitingPhotoContract } from "../../shared/contract/photos.js";
import type { PhotoId } from "../../shared/stations/photos.js";
import type { Station } from "../../shared/stations/station.js";
import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import type { AppEnv } from "../http/app-env.js";
import { allowOtherOrigins } from "../http/common-headers.js";
import { contractRoutes } from "../http/contract-routes.js";
import { publicOrigin } from "../http/public-address.js";
import { requireHeavyWork } from "../http/request-context.js";
import { presentDetail } from "../stations/present-detail.js";
import { addPhoto } from "./add-photo.js";
import { approvePhoto, rejectPhoto, removePhoto } from "./change-photos.js";
import { listWaitingPhotos } from "./list-waiting-photos.js";
import { PHOTO_SIZES } from "./photo-files.js";
import { photoPass, photoPath } from "./present-photos.js";
import { readPhoto } from "./read-photo.js";

const FORM_TYPE = "multipart/form-data";
const YEAR_SECONDS = 31_536_000;

/** The photos of one station. */
export function photoRoutes(deps: Dependencies) {
  const detail = (station: Station) => presentDetail(station, deps.clock(), photoPass(deps));
  return contractRoutes(deps, photoContract, {
    addPhoto: async ({ params: { id: stationId }, query, doer, c }) => {
      const origin = publicOrigin(c, deps);
      const passFor = photoPass(deps);
      requireHeavyWork(c, deps);
      const photo = {
        stationId,
        of: query.of,
        file: await sentFile(c),
        urlOf: (photoId: PhotoId) => `${origin}${photoPath(stationId, photoId, "large")}${passFor(photoId)}`,
      };
      return detail(await addPhoto(deps, photo, doer));
    },
    removePhoto: async ({ params: { id: stationId, photoId }, doer }) =>
      detail(await removePhoto(deps, { stationId, photoId }, doer)),
    approvePhoto: async ({ params: { id: stationId, photoId }, doer }) =>
      detail(await approvePhoto(deps, { stationId, photoId }, doer)),
    rejectPhoto: async ({ params: { id: stationId, photoId }, body: { reason }, doer }) =>
      detail(await rejectPhoto(deps, { stationId, photoId, reason }, doer)),
    getPhoto: async ({ params: { id, photoId, file }, query, c }) => {
      const size = PHOTO_SIZES.find((one) => file === `${one}.jpg`) ?? "large";
      const { jpeg, isPublic } = await readPhoto(deps, { stationId: id, photoId, size, pass: query });
      // What a photo shows never changes: another picture is another photo.
      c.header("Cache-Control", isPublic ? `public, max-age=${YEAR_SECONDS}, immutable` : "private, no-store");
      allowOtherOrigins(c);
      return c.body(jpeg, 200, { "content-type": "image/jpeg" });
    },
  });
}

/** What waits for officers, of all stations. */
export function waitingPhotoRoutes(deps: Dependencies) {
  return contractRoutes(deps, waitingPhotoContract, {
    listWaitingPhotos: ({ user }) => listWaitingPhotos(deps, user),
  });
}

/** The picture of a request, whichever way it was sent. What it claims to be is not believed: the content tells. */
async function sentFile(c: Context<AppEnv>): Promise<Uint8Array> {
  const contentType = c.req.header("content-type") ?? "";
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const body = await c.req.arrayBuffer();
  if (type !== FORM_TYPE) return requireSome(new Uint8Array(body));
  const form = await new Response(body, { headers: { "content-type": contentType } }).formData().catch(() => null);
  const photo = form?.get("photo");
  return requireSome(photo instanceof File ? new Uint8Array(await photo.arrayBuffer()) : new Uint8Array());
}

function requireSome(file: Uint8Array): Uint8Array {
  if (file.length === 0) throw new ApiError("invalid_input", [{ path: "photo", message: "没有收到照片，请再选一次" }]);
  return file;
}

import { ApiError } from "../api-error.js";
import type { Dependencies } from "../dependencies.js";
import { CHECKED_BY_WECHAT } from "./add-photo.js";
import { applyVerdict } from "./change-photos.js";
import type { PhotoVerdict } from "./photo-check-store.js";

type Needs = Pick<Dependencies, "stations" | "clock" | "photoFiles" | "photoChecks" | "log">;

/** What WeChat found of a photo. What it leaves open ("review") stays an officer's; said twice, it changes nothing. */
export async function takePhotoVerdict(
  deps: Needs,
  { traceId, verdict }: { traceId: string; verdict: PhotoVerdict },
): Promise<void> {
  const photo = await deps.photoChecks.answer(traceId, verdict);
  if (photo === null || verdict === "review") return;
  await applyVerdict(deps, { ...photo, verdict }, CHECKED_BY_WECHAT).catch((error: unknown) => {
    // The station is gone, and the photo with it: there is nothing to send again for.
    if (!(error instanceof ApiError && error.code === "not_found")) throw error;
  });
}

import { z } from "zod";
import { PhotoId } from "../../shared/stations/photos.js";
import { StationId } from "../../shared/stations/station.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";

const PhotoOfStation = z.object({ stationId: StationId, photoId: PhotoId });
export type PhotoOfStation = z.infer<typeof PhotoOfStation>;

const PhotoVerdict = z.enum(["pass", "review", "risky"]);
export type PhotoVerdict = z.infer<typeof PhotoVerdict>;

export type PhotoCheckStore = ReturnType<typeof createPhotoCheckStore>;

/** WeChat answers within half an hour; what it never answers is an officer's. */
const KEPT_SECONDS = 24 * 3_600;

/**
 * Which photo WeChat checks under which trace id. Its answer may come before the id is written down: each side leaves its
 * own part and then looks for the other's, so that at least one of them finds both.
 */
export function createPhotoCheckStore(redis: Redis) {
  return {
    /** @returns what WeChat has found already; null: nothing yet */
    expect: async (traceId: string, photo: PhotoOfStation): Promise<PhotoVerdict | null> => {
      await redis.set(keys.photoOfTrace(traceId), JSON.stringify(photo), { ex: KEPT_SECONDS });
      const early = await redis.get<string>(keys.verdictOfTrace(traceId));
      return early === null ? null : PhotoVerdict.parse(early);
    },
    /** @returns the photo it is about; null: nobody has asked under this id, or not yet */
    answer: async (traceId: string, verdict: PhotoVerdict): Promise<PhotoOfStation | null> => {
      await redis.set(keys.verdictOfTrace(traceId), verdict, { ex: KEPT_SECONDS });
      const photo = await redis.get<string>(keys.photoOfTrace(traceId));
      return photo === null ? null : PhotoOfStation.parse(JSON.parse(photo));
    },
  };
}

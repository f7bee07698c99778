import { z } from "zod";
import { AREA_NAME } from "./area.js";

/** A version as it stands in the name of a file. */
const PackVersion = z.string().regex(/^\d{1,16}$/);

/** Where a phone is, for the packs around it: a tenth of a degree is enough. */
export const PackManifest = z.object({
  /** The areas at that place and around it that have stations, with the newest versions of their two packs. */
  areas: z.array(
    z.object({
      area: z.string().regex(AREA_NAME),
      /** `GET /api/packs/{area}.{version}.json`. */
      version: PackVersion,
      /** `GET /api/packs/{area}.{detail}.detail.json`. */
      detail: PackVersion,
    }),
  ),
});
export type PackManifest = z.infer<typeof PackManifest>;

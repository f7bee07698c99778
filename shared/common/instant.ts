import { z } from "zod";
import type { EpochMs } from "./time.js";

// Apart, because phones write instants too and load no schemas.
export { instantText, optionalInstantText } from "./instant-text.js";

/** An instant in a request: ISO 8601 with any offset and precision. */
export const InstantInput = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })], {
    error: "时间要写成 2026-12-01T08:00:00+08:00 这样",
  })
  .transform((text): EpochMs => Date.parse(text));

/** An instant as it leaves the server: ISO 8601 in UTC. */
export const InstantText = z.iso.datetime();

import { z } from "zod";

/** What may take longer than one request, and leaves files. */
export const LONG_WORK_KINDS = ["audit-export", "station-posters", "station-import", "station-parcel"] as const;
export const LongWorkKind = z.enum(LONG_WORK_KINDS);
export type LongWorkKind = z.infer<typeof LongWorkKind>;

export const LongWorkId = z.string().regex(/^lw_[a-z0-9]{8,40}$/);
export type LongWorkId = z.infer<typeof LongWorkId>;

export const LONG_WORK_STATES = ["under-way", "done", "failed", "cancelled"] as const;

/** A long piece of work as whoever asked for it sees it. */
export const LongWorkAnswer = z.object({
  id: LongWorkId,
  kind: LongWorkKind,
  state: z.enum(LONG_WORK_STATES),
  /**
   * How much is done: of an export the lines that are written; of posters and parcels the stations; of an import the rows, each by half
   * when it is written where nobody sees it and wholly when it is shown.
   */
  done: z.int(),
  /** How much there is; null: not known before it is done. */
  total: z.int().nullable(),
  /** Why it failed, in Chinese. */
  failure: z.string().nullable(),
  /** What there is so far, in order. Each is a whole file, and small enough for one answer. */
  files: z.array(z.object({ name: z.string(), bytes: z.int(), path: z.string() })),
  createdAt: z.iso.datetime(),
  /** It is deleted, files and all, some time after this. */
  keptUntil: z.iso.datetime(),
});
export type LongWorkAnswer = z.infer<typeof LongWorkAnswer>;

export const LongWorkList = z.object({ works: z.array(LongWorkAnswer).meta({ description: "Newest first" }) });
export type LongWorkList = z.infer<typeof LongWorkList>;

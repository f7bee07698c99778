import { z } from "zod";

export const CLIENT_ERROR_KINDS = ["error", "rejection", "page_not_found"] as const;
export const CLIENT_PLATFORMS = ["wechat", "web"] as const;

/** Characters of what is kept; more is cut. */
export const LONGEST_MESSAGE = 200;
export const LONGEST_STACK = 1_000;

/** As `package.json` has it. */
export const ClientVersion = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/);

/** An error of the program on a phone, as the phone tells of it. Nothing in it says whose phone that is, or where. */
export const ClientError = z.strictObject({
  kind: z.enum(CLIENT_ERROR_KINDS),
  message: z.string().min(1).max(2_000),
  stack: z.string().max(8_000).default(""),
  /** The path of the page, without its query. */
  page: z.string().regex(/^[\w/-]{0,100}$/),
  version: ClientVersion,
  platform: z.enum(CLIENT_PLATFORMS),
});
export type ClientError = z.infer<typeof ClientError>;

/** The errors of the last days, for officers. */
export const ClientErrorCounts = z.object({
  days: z.int(),
  /** Those of kinds that are not listed too. */
  total: z.int(),
  /** The most frequent first. */
  kinds: z.array(
    z.object({
      kind: z.enum(CLIENT_ERROR_KINDS),
      message: z.string(),
      stack: z.string(),
      page: z.string(),
      version: z.string(),
      platform: z.enum(CLIENT_PLATFORMS),
      count: z.int(),
    }),
  ),
});
export type ClientErrorCounts = z.infer<typeof ClientErrorCounts>;

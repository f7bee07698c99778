import { createHash } from "node:crypto";
import { z } from "zod";
import { ClientError, type ClientErrorCounts } from "../../shared/client-errors/client-error.js";
import { KEPT_DAYS } from "../../shared/common/kept-days.js";
import { beijingDate, beijingDayNumber, DAY_MS, type EpochMs } from "../../shared/common/time.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { countClientErrorScript } from "../redis/scripts/count-client-error.js";

export type ClientErrorStore = ReturnType<typeof createClientErrorStore>;

const KEPT_MS = KEPT_DAYS.clientErrors * DAY_MS;
/** Kinds on one day; whoever makes errors up spoils one day's list. */
const MOST_KINDS = 200;
const MOST_LISTED = 20;
const OTHER = "other";

/** Fields and values in turn; null where there are none. */
const Fields = z
  .array(z.string())
  .nullable()
  .transform((flat) =>
    (flat ?? []).flatMap((field, at) => (at % 2 === 0 ? [[field, flat?.[at + 1] ?? ""] as const] : [])),
  );

/** Errors of phones, counted by what they say and by the version, a day at a time; Redis forgets a day by itself. */
export function createClientErrorStore(redis: Redis) {
  const script = redis.createScript<unknown>(countClientErrorScript);
  return {
    /** Counts an error, out of which everything personal was taken before. */
    add: async (error: ClientError, at: EpochMs): Promise<void> => {
      const day = beijingDate(beijingDayNumber(at));
      await script.exec(
        [keys.clientErrorKinds(day), keys.clientErrorCounts(day)],
        [kindOf(error), JSON.stringify(error), String(MOST_KINDS), String(KEPT_MS), OTHER],
      );
    },
    /** Those of the last days, today among them. */
    count: async (now: EpochMs, days: number): Promise<ClientErrorCounts> => {
      const today = beijingDayNumber(now);
      const counts = new Map<string, number>();
      const first = new Map<string, ClientError>();
      const read = async (ago: number) => {
        const day = beijingDate(today - ago);
        return Promise.all([redis.hgetall(keys.clientErrorCounts(day)), redis.hgetall(keys.clientErrorKinds(day))]);
      };
      for (const [counted, kinds] of await Promise.all(Array.from({ length: days }, (_, ago) => read(ago)))) {
        for (const [kind, count] of Fields.parse(counted)) {
          counts.set(kind, (counts.get(kind) ?? 0) + Number(count));
        }
        for (const [kind, document] of Fields.parse(kinds)) {
          first.set(kind, ClientError.parse(JSON.parse(document)));
        }
      }
      const listed = [...first].map(([kind, error]) => ({ ...error, count: counts.get(kind) ?? 0 }));
      return {
        days,
        total: [...counts.values()].reduce((sum, count) => sum + count, 0),
        kinds: listed.sort((one, other) => other.count - one.count).slice(0, MOST_LISTED),
      };
    },
  };
}

function kindOf({ kind, message, version, platform }: ClientError): string {
  return createHash("sha256").update([kind, message, version, platform].join("\n")).digest("base64url").slice(0, 22);
}

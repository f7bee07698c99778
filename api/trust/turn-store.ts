import { z } from "zod";
import type { AuditEntry } from "../../shared/audit/audit-entry.js";
import { beijingDayNumber, type EpochMs, HOUR_MS } from "../../shared/common/time.js";
import type { StationId } from "../../shared/stations/station.js";
import { BRAKE_DAYS, brakeCity, explainedTurns } from "../../shared/trust/city-brake.js";
import type { TrustSettings } from "../../shared/trust/trust-settings.js";
import type { Redis } from "../redis/client.js";
import { keys } from "../redis/keys.js";
import { takeTurnScript } from "../redis/scripts/take-turn.js";

/** A station that is about to turn. */
export interface TurnWanted {
  stationId: StationId;
  districtCode: string | null;
  /** Settled accounts alone would turn it. */
  isSettled: boolean;
  at: EpochMs;
  settings: TrustSettings;
  /** Written when this puts the brake on. */
  audit: AuditEntry;
}

/** A city whose brake is on. */
export interface Brake {
  city: string;
  since: EpochMs;
}

const TurnReply = z.enum(["turn", "braked"]);
/** The reply of HGETALL: fields and values in turn; null where there is nothing. */
const Fields = z
  .array(z.string())
  .nullable()
  .transform((flat) =>
    (flat ?? []).flatMap((field, at): [string, string][] => (at % 2 === 0 ? [[field, flat?.[at + 1] ?? ""]] : [])),
  );

/** Which stations may turn, and the brakes of cities. Part of the report store. */
export function createTurns(redis: Redis) {
  const turnScript = redis.createScript<string>(takeTurnScript);

  /** Whether a station may turn, or the brake of its city holds it back. */
  async function takeTurn({ stationId, districtCode, isSettled, at, settings, audit }: TurnWanted): Promise<boolean> {
    const city = brakeCity(districtCode);
    const today = beijingDayNumber(at);
    const peaks = Fields.parse(await redis.hgetall(keys.turnPeaks(city)))
      .filter(([day, peak]) => today - BRAKE_DAYS <= Number(day) && Number(day) < today && peak !== "braked")
      .map(([, peak]) => Number(peak));
    const reply = await turnScript.exec(
      [keys.turnsWanted(city), keys.turnsMade(city), keys.turnPeaks(city), keys.brakes, keys.audit],
      [
        String(at),
        stationId,
        String(explainedTurns(peaks, settings)),
        flag(isSettled),
        String(today),
        String(today - BRAKE_DAYS),
        city,
        JSON.stringify(audit),
      ],
    );
    return TurnReply.parse(reply) === "turn";
  }

  /** The cities whose brake held something back within the last hour. */
  async function brakes(now: EpochMs): Promise<Brake[]> {
    return Fields.parse(await redis.hgetall(keys.brakes)).flatMap(([city, times]) => {
      const [since = 0, latest = 0] = times.split(" ").map(Number);
      return now - latest < HOUR_MS ? [{ city, since }] : [];
    });
  }

  /** Takes back what the reports of a door count for. */
  async function forgetDoorReports(stationId: StationId): Promise<void> {
    await redis.del(keys.doorReports(stationId));
  }

  return { takeTurn, brakes, forgetDoorReports };
}

function flag(isSet: boolean): string {
  return isSet ? "1" : "0";
}

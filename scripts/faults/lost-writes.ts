import { keys } from "../../api/redis/keys.js";
import { readStation } from "../../api/stations/station-document-store.js";
import { checkIndexes } from "./check-indexes.js";
import type { Row } from "./play.js";
import type { Installation } from "./running-installation.js";
import type { Acknowledged, Traffic } from "./traffic.js";

/** Everything that was acknowledged and is not there. */
export async function lostOf({ connection, sessionId }: Installation, traffic: Traffic): Promise<Acknowledged[]> {
  const { redis } = connection;
  const fieldsOf = async (key: string) => new Set(await redis.hkeys(key));
  const [wishes, reports, owners, bookings] = await Promise.all(
    [keys.wishes, keys.reports, keys.bookingOwners, keys.classBookings(sessionId)].map(fieldsOf),
  );
  const lastTaps = new Map(traffic.acknowledged.flatMap((one) => (one.kind === "tap" ? [[one.id, one]] : [])));
  const lost: Acknowledged[] = traffic.acknowledged.filter((one) => {
    if (one.kind === "booking") return !owners?.has(one.id) || !bookings?.has(one.userId);
    if (one.kind === "tap") return false;
    return !(one.kind === "wish" ? wishes : reports)?.has(one.id);
  });
  for (const [id, tap] of lastTaps) {
    if (traffic.unclear.has(id)) continue;
    const station = readStation(String(await redis.hget(keys.stationDocuments, id)));
    if (station.amenities.wifi?.state !== tap.state) lost.push(tap);
  }
  return lost;
}

/** The row of a play in which people went on writing. */
export async function rowOfTraffic(
  what: string,
  tried: string,
  installation: Installation,
  traffic: Traffic,
  { isLossAllowed = false, said = "" }: { isLossAllowed?: boolean; said?: string } = {},
): Promise<Row> {
  const lost = await lostOf(installation, traffic);
  const wrong = await checkIndexes(installation.connection.redis, installation.local.keys);
  const faults = traffic.answers.count((answer) => answer.startsWith("500"));
  const held = [
    `${traffic.acknowledged.length} of ${traffic.begun()} writes acknowledged`,
    said,
    wrong.length === 0 ? "every index" : wrong.slice(0, 3).join("; "),
    faults > 0 ? `${faults} × 500` : "",
  ];
  return {
    what,
    tried,
    held: held.filter((part) => part !== "").join(", "),
    lost: String(lost.length),
    isBroken: (lost.length > 0 && !isLossAllowed) || wrong.length > 0 || faults > 0,
  };
}

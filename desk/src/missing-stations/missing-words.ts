import type { AskedStationItem } from "../../../shared/missing-stations/missing-station";

const MOST_HOURS = 3;

/** Where a place is, by the nearest station and its middle (GCJ-02). */
export function whereWords({ nearest, middle }: Pick<AskedStationItem, "nearest" | "middle">): string {
  const point = `${middle.longitude.toFixed(3)}, ${middle.latitude.toFixed(3)}`;
  return nearest === null ? point : `离「${nearest.name}」${nearest.metres} 米（${point}）`;
}

/** 20 点 3 人、23 点 1 人: the hours that most people named. */
export function busiestHours(hours: readonly number[]): string {
  return hours
    .map((people, hour) => ({ people, hour }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => b.people - a.people || a.hour - b.hour)
    .slice(0, MOST_HOURS)
    .map(({ people, hour }) => `${hour} 点 ${people} 人`)
    .join("、");
}

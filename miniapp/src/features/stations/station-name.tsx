import { Text } from "@tarojs/components";
import type { StationItem } from "../../../../shared/stations/station-answer";
import { ownName } from "./station-words";

/** The name, after the mark 示例 where it was made up to show the product: never to be taken for the union's list. */
export function StationName({ station }: { station: Pick<StationItem, "name" | "isDemo"> }) {
  return (
    <>
      {station.isDemo ? <Text className="demo-badge">示例</Text> : null}
      {ownName(station)}
    </>
  );
}

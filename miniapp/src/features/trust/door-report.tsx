import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { distanceMetres } from "../../../../shared/common/distance";
import type { EpochMs } from "../../../../shared/common/time";
import type { StationItem } from "../../../../shared/stations/station-answer";
import { serverClock } from "../../http/server-clock";
import { openMyReports } from "../../navigation/pages";
import { usePending } from "../../queue/pending-writes";
import { accessible } from "../../ui/accessible";
import { Pressable } from "../../ui/pressable";
import { Sheet } from "../../ui/sheet";
import { useOriginState } from "../stations/origin/origin-store";
import { distanceWords } from "../stations/station-words";
import { AT_DOOR_METRES } from "./at-door";
import { takeBackDoor, tellDoorShut, useTold } from "./told-doors";
import { UNDO_MS } from "./undo-window";

interface DoorReportProps {
  station: Pick<StationItem, "id" | "name" | "location">;
  /** Looks for another station; absent where there is no list. */
  onLookOn?: () => void;
  /** They told of this door on an earlier visit. */
  isAgain?: boolean;
}

/**
 * 门关着?: one tap from the person at a shut door, the best sensor there is; in a row of its own, for wet thumbs. What became of
 * the tap stands in its place, said aloud too: first the way back, then what the person at a shut door wants next.
 */
export function DoorReport({ station, onLookOn, isAgain }: DoorReportProps) {
  const toldAt = useTold(station.id);
  const canTakeBack = useWithinUndo(toldAt);
  const [isAsking, setAsking] = useState(false);
  const metres = useMetresTo(station.location);
  const tell = () => {
    setAsking(false);
    void tellDoorShut(station);
  };
  if (toldAt === null) {
    const words = isAgain ? "还是关着" : "门关着？";
    return (
      <View className="door-report">
        <Pressable
          className="button button-plain"
          label={`${words}${isAgain ? "，" : ""}告诉大家：${station.name}`}
          onPress={() => (metres !== null && metres > AT_DOOR_METRES ? setAsking(true) : tell())}
        >
          {words}
        </Pressable>
        {isAsking && metres !== null ? (
          <Sheet title="你在门口吗？" onClose={() => setAsking(false)} awayLabel="没在，先不报">
            <View className="sheet-text">
              手机说你离{station.name}还有 {distanceWords(metres)}。亲眼看见门关着再报，免得别人白跑。
            </View>
            <Pressable className="button button-main" onPress={tell}>
              在门口，门关着
            </Pressable>
          </Sheet>
        ) : null}
      </View>
    );
  }
  return (
    <View className="door-report" {...accessible({ role: "status", live: true })}>
      {canTakeBack ? (
        <View className="door-thanks">
          <View className="door-thanks-words">马上告诉大家门关着</View>
          <Pressable className="button button-plain door-undo" onPress={() => takeBackDoor(station.id)}>
            撤回
          </Pressable>
        </View>
      ) : (
        <Sent stationId={station.id} />
      )}
      {onLookOn ? (
        <Pressable className="button button-main" onPress={onLookOn}>
          找别的驿站
        </Pressable>
      ) : null}
    </View>
  );
}

function Sent({ stationId }: { stationId: string }) {
  const lacksNetwork = usePending(stationId).some(
    ({ endpoint, failure }) => endpoint === "POST /stations/:id/reports" && failure !== null,
  );
  return (
    <View className="door-thanks">
      <View className="door-thanks-words">{lacksNetwork ? "没网，先记下了，有网就发出去" : "记下了，谢谢"}</View>
      <Pressable className="link" onPress={openMyReports}>
        看处理得怎样
      </Pressable>
    </View>
  );
}

/** How far the door is from where the phone is, in metres; null where that is not known to be so. */
function useMetresTo(door: StationItem["location"]): number | null {
  const state = useOriginState();
  if (state.status !== "known" || state.origin.source !== "position" || state.origin.isRough) return null;
  return distanceMetres(state.origin.mapPoint, door);
}

/** Whether what was told then may still be taken back. */
function useWithinUndo(toldAt: EpochMs | null): boolean {
  const [, draw] = useState(0);
  const leftMs = toldAt === null ? 0 : toldAt + UNDO_MS - serverClock.phoneNow();
  useEffect(() => {
    if (leftMs <= 0) return;
    const timer = setTimeout(() => draw((turn) => turn + 1), leftMs);
    return () => clearTimeout(timer);
  }, [leftMs]);
  return leftMs > 0;
}

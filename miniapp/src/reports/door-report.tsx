import { View } from "@tarojs/components";
import type { StationItem } from "../../../shared/stations/station-answer";
import { accessible } from "../accessibility/accessible";
import { Pressable } from "../components/pressable";
import { openMyReports } from "../navigation/pages";
import { usePending } from "../queue/pending-writes";
import { tellDoorShut, useTold } from "./told-doors";

type ReportedStation = Pick<StationItem, "id" | "name" | "location">;

/** 门关着?: one tap from the person at a shut door, the best sensor there is. */
export function DoorButton({ station }: { station: ReportedStation }) {
  const isTold = useTold(station.id);
  return (
    <Pressable
      className="button button-plain"
      label={`门关着?告诉大家:${station.name}`}
      disabled={isTold}
      onPress={() => void tellDoorShut(station)}
    >
      {isTold ? "记下了" : "门关着?"}
    </Pressable>
  );
}

interface DoorThanksProps {
  station: ReportedStation;
  /** Looks for another station; absent where there is no list. */
  onLookOn?: () => void;
}

/** What became of the tap, said aloud too, and what the person at a shut door wants next. */
export function DoorThanks({ station, onLookOn }: DoorThanksProps) {
  const isTold = useTold(station.id);
  const isWaiting = usePending(station.id).some(({ endpoint }) => endpoint === "POST /stations/:id/reports");
  return (
    <View className="door-thanks" {...accessible({ role: "status", live: true })}>
      {isTold ? (
        <>
          <View className="door-thanks-words">{isWaiting ? "没网,先记下了,有网就发出去" : "记下了,谢谢"}</View>
          {onLookOn ? (
            <Pressable className="link" onPress={onLookOn}>
              找别的驿站
            </Pressable>
          ) : null}
          <Pressable className="link" onPress={openMyReports}>
            看处理得怎样
          </Pressable>
        </>
      ) : null}
    </View>
  );
}

import { View } from "@tarojs/components";
import { useState } from "react";
import type { EpochMs } from "../../../../shared/common/time";
import type { StationItem } from "../../../../shared/stations/station-answer";
import { judgeMove } from "../../../../shared/trust/task-states";
import { callApi } from "../../http/call-api";
import { useTask } from "../../http/use-task";
import { accessible } from "../../ui/accessible";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";
import { pastTimeWords } from "../../ui/words/clock-words";
import { DoorReport } from "./door-report";
import { forgetDoor, useToldBefore } from "./told-doors";

interface DoorOnReturnProps {
  station: Pick<StationItem, "id" | "name" | "location">;
  now: EpochMs;
}

/**
 * 门关着？, and for whoever comes back to a door that they told of: 这次开着 or 还是关着, in one tap. The second is a report like
 * any other. The first agrees to what the station answered, if it did; alone it opens no door for others.
 */
export function DoorOnReturn({ station, now }: DoorOnReturnProps) {
  const toldAt = useToldBefore(station.id);
  const [thanks, setThanks] = useState<string | null>(null);
  const [saying, sayOpen] = useTask(async () => {
    const isAgreed = await agreeWithAnswer(station.id);
    forgetDoor(station.id);
    setThanks(isAgreed ? "谢谢，告诉站里了" : "谢谢，下次不再问");
  });
  return (
    <>
      <View {...accessible({ role: "status", live: true })}>{thanks}</View>
      {toldAt === null ? null : (
        <View className="door-report">
          <View className="door-thanks-words">{pastTimeWords(toldAt, now)} 你说这里门关着，这次呢？</View>
          <Pressable
            className="button button-plain"
            label={`这次开着：${station.name}`}
            disabled={saying.status === "running"}
            onPress={sayOpen}
          >
            这次开着
          </Pressable>
          <TaskFailure task={saying} />
        </View>
      )}
      <DoorReport station={station} isAgain={toldAt !== null} />
    </>
  );
}

/** Says of the newest report of one's own about this door that it is right now, where the station has answered it. */
async function agreeWithAnswer(stationId: string): Promise<boolean> {
  const { reports } = await callApi("GET /reports/mine", {});
  const newest = reports.find((report) => report.stationId === stationId && report.kind === "door_closed");
  if (newest === undefined || judgeMove(newest, "confirm") !== "possible") return false;
  await callApi("POST /reports/:id/confirm", { id: newest.id });
  return true;
}

import { View } from "@tarojs/components";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";

interface WithdrawnNamesakeProps {
  id: string;
  onBack: (station: StationDetail) => void;
}

/** The name or the code belongs to a station that was taken off the lists: it comes back instead of another. */
export function WithdrawnNamesake({ id, onBack }: WithdrawnNamesakeProps) {
  const [task, reinstate] = useAwaitedWrite("POST /stations/:id/reinstate", onBack);
  return (
    <View {...accessible({ role: "alert", live: true })}>
      <View className="task-failure">这个名字或编号的驿站以前撤下了，资料都还在。不用新建，恢复它就行。</View>
      <Pressable className="button button-main" disabled={task.status === "running"} onPress={() => reinstate({ id })}>
        恢复这个驿站
      </Pressable>
      <TaskFailure task={task} />
    </View>
  );
}

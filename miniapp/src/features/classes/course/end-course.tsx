import { View } from "@tarojs/components";
import { useState } from "react";
import type { CourseDetail } from "../../../../../shared/classes/course-answer";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { TaskFailure } from "../../../ui/task-failure";

interface EndCourseProps {
  course: CourseDetail;
  onEnded: () => Promise<void>;
}

/** Ends a course after a second yes: what is still to come is cancelled, and everybody told. */
export function EndCourse({ course: { id, title, dates }, onEnded }: EndCourseProps) {
  const [isAsking, setAsking] = useState(false);
  const [task, end] = useAwaitedWrite("POST /courses/:id/end", async () => {
    setAsking(false);
    await onEnded();
  });
  const left = dates.filter(({ state }) => state === "scheduled").length;
  return (
    <>
      <Pressable className="button button-quiet course-end" onPress={() => setAsking(true)}>
        停掉这门课
      </Pressable>
      {isAsking ? (
        <Sheet title={`停掉「${title}」？`} onClose={() => setAsking(false)} awayLabel="不停">
          <View className="sheet-text">后面 {left} 节都取消，报了的人会收到通知，不算缺课。停了就不能再开。</View>
          <Pressable className="button button-main" disabled={task.status === "running"} onPress={() => end({ id })}>
            停掉
          </Pressable>
          <TaskFailure task={task} />
        </Sheet>
      ) : null}
    </>
  );
}

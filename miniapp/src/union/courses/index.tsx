import { View } from "@tarojs/components";
import { useCallback, useState } from "react";
import { AttendanceFile } from "../../features/classes/courses/attendance-file";
import { CourseList } from "../../features/classes/courses/course-list";
import { TimetableFile } from "../../features/classes/courses/timetable-file";
import { OfficersFailure } from "../../features/people/staff-failure";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { openCourse } from "../../navigation/class-pages";
import { useReturn } from "../../navigation/use-return";
import { accessible } from "../../ui/accessible";
import { Chip } from "../../ui/chip";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** For officers: the courses of their reach, to add one and to change each. */
export default function CoursesPage() {
  const [state, setState] = useState<"running" | "ended">("running");
  const load = useCallback(() => callApi("GET /courses", { state }), [state]);
  const [list, reload] = useLoadable(load);
  useReturn(() => void reload());
  return (
    <PageFrame className="courses">
      <View className="courses-head">
        <View className="courses-states" {...accessible({ role: "group", label: "哪些课" })}>
          <Chip on={state === "running"} onPress={() => setState("running")}>
            在开的
          </Chip>
          <Chip on={state === "ended"} onPress={() => setState("ended")}>
            停了的
          </Chip>
        </View>
        <Pressable className="button button-main courses-add" onPress={() => openCourse(null)}>
          加一门课
        </Pressable>
      </View>
      <TimetableFile onImported={reload} />
      <AttendanceFile />
      {list.status === "loading" ? (
        <ListSkeleton rows={4} />
      ) : list.status === "failed" ? (
        <OfficersFailure failure={list.failure} onRetry={reload} />
      ) : (
        <CourseList key={JSON.stringify(list.value)} first={list.value} state={state} />
      )}
    </PageFrame>
  );
}

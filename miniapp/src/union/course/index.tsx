import Taro, { useRouter } from "@tarojs/taro";
import { useCallback, useState } from "react";
import { beijingDate, beijingDayNumber } from "../../../../shared/common/time";
import { CourseDates } from "../../features/classes/course/course-dates";
import { draftOf, newDraft } from "../../features/classes/course/course-draft";
import { CourseForm } from "../../features/classes/course/course-form";
import { EndCourse } from "../../features/classes/course/end-course";
import { OfficersFailure } from "../../features/people/staff-failure";
import { callApi } from "../../http/call-api";
import { serverClock } from "../../http/server-clock";
import { useLoadable } from "../../http/use-loadable";
import { useReturn } from "../../navigation/use-return";
import { Notice } from "../../ui/notice";
import { PageFrame } from "../../ui/page-frame";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** For officers: everything about one course, or an empty form for a new one. */
export default function CoursePage() {
  const { id = null } = useRouter().params;
  const load = useCallback(() => loadCourse(id), [id]);
  const [loaded, reload] = useLoadable(load);
  const [isChanged, setChanged] = useState(false);
  const showNew = useCallback(() => {
    setChanged(true);
    void reload().then(() => Taro.pageScrollTo({ scrollTop: 0 }).catch(() => undefined));
  }, [reload]);
  const saved = async () => {
    setChanged(false);
    await reload();
  };
  useReturn(() => void reload());
  const today = beijingDate(beijingDayNumber(serverClock.now()));
  return (
    <PageFrame className="course">
      {loaded.status === "loading" ? (
        <ListSkeleton rows={3} />
      ) : loaded.status === "failed" ? (
        <OfficersFailure failure={loaded.failure} onRetry={reload} />
      ) : loaded.value.course === null ? (
        <CourseForm
          first={newDraft(today)}
          venues={loaded.value.venues}
          course={null}
          onSaved={saved}
          onConflict={showNew}
        />
      ) : (
        <>
          {isChanged ? <Notice tone="soon">刚刚有人改过这门课。下面是新的内容，你要改的再改一次。</Notice> : null}
          <CourseDates course={loaded.value.course} />
          {loaded.value.course.state === "running" ? (
            <>
              <CourseForm
                key={loaded.value.course.revision}
                first={draftOf(loaded.value.course, today)}
                venues={loaded.value.venues}
                course={loaded.value.course}
                onSaved={saved}
                onConflict={showNew}
              />
              <EndCourse course={loaded.value.course} onEnded={reload} />
            </>
          ) : null}
        </>
      )}
    </PageFrame>
  );
}

async function loadCourse(id: string | null) {
  const [course, { venues }] = await Promise.all([
    id === null ? null : callApi("GET /courses/:id", { id }),
    callApi("GET /venues", {}),
  ]);
  return { course, venues };
}

import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import type { CourseDetail } from "../../../../../shared/classes/course-answer";
import type { TaskState } from "../../../http/use-task";
import { goBack } from "../../../navigation/pages";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { TaskFailure } from "../../../ui/task-failure";
import { sessionWhenWords } from "../class-words";
import { type CourseDraft, factsOf, missingIn } from "./course-draft";

interface SaveCourseProps {
  draft: CourseDraft;
  /** Null: a new one. */
  course: CourseDetail | null;
  onSaved: () => Promise<void>;
  /** Somebody else changed it meanwhile. */
  onConflict: () => void;
}

type Scope = "this" | "following" | "all";

/** Sends the form; for a course that there is, asks first which of its sessions the change is for. */
export function SaveCourse({ draft, course, onSaved, onConflict }: SaveCourseProps) {
  const [showsMissing, setShowsMissing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [creating, create] = useAwaitedWrite("POST /courses", () => goBack());
  const [changing, change] = useAwaitedWrite("PUT /courses/:id", async () => {
    setAsking(false);
    await onSaved();
  });
  const isConflict = changing.status === "failed" && changing.failure.code === "conflict";
  useEffect(() => {
    if (isConflict) onConflict();
  }, [isConflict, onConflict]);
  const facts = factsOf(draft);
  const missing = missingIn(draft);
  const save = () => {
    setShowsMissing(facts === null);
    if (facts === null) return;
    if (course === null) create(facts);
    else setAsking(true);
  };
  const send = (scope: Scope, sessionId?: string) => {
    if (facts !== null && course !== null)
      change({ ...facts, id: course.id, revision: course.revision, scope, sessionId });
  };
  const isBusy = creating.status === "running" || changing.status === "running";
  return (
    <View className="course-save">
      {showsMissing && missing.length > 0 ? (
        <View className="booking-failure" {...accessible({ role: "alert", live: true })}>
          {missing.map((words) => (
            <View key={words}>{words}</View>
          ))}
        </View>
      ) : null}
      <Pressable className="button button-main" disabled={isBusy} onPress={save}>
        {course === null ? "排进课表" : "存下来"}
      </Pressable>
      <SaveFailure task={creating} />
      {isAsking && course !== null ? (
        <Sheet title="改哪些课？" onClose={() => setAsking(false)}>
          <ScopeChoice course={course} isBusy={isBusy} onChoose={send} />
          <SaveFailure task={changing} />
        </Sheet>
      ) : null}
    </View>
  );
}

/** What the server says of single fields, too. */
function SaveFailure({ task }: { task: TaskState }) {
  const fields = task.status === "failed" ? task.failure.fields : [];
  return (
    <>
      <TaskFailure task={task} />
      {fields.map(({ path, message }) => (
        <View key={path} className="task-failure">
          {message}
        </View>
      ))}
    </>
  );
}

interface ScopeChoiceProps {
  course: CourseDetail;
  isBusy: boolean;
  onChoose: (scope: Scope, sessionId?: string) => void;
}

/** All in one tap; for one, or from one on, a second tap says which. */
function ScopeChoice({ course, isBusy, onChoose }: ScopeChoiceProps) {
  const [scope, setScope] = useState<"this" | "following" | null>(null);
  const dates = course.dates.filter(({ state }) => state === "scheduled");
  if (scope !== null) {
    return (
      <>
        <View className="sheet-text">{scope === "this" ? "改哪一节？" : "从哪一节起？"}</View>
        {dates.map((date) => (
          <Pressable
            key={date.id}
            className="button button-plain"
            disabled={isBusy}
            onPress={() => onChoose(scope, date.id)}
          >
            {sessionWhenWords(date, Date.parse(course.asOf))}
          </Pressable>
        ))}
      </>
    );
  }
  return (
    <>
      <View className="sheet-text">报了的人不受影响，时间地点变了会通知他们。</View>
      <Pressable className="button button-main" disabled={isBusy} onPress={() => onChoose("all")}>
        后面每一节都改
      </Pressable>
      {dates.length > 0 ? (
        <>
          <Pressable className="button button-plain" onPress={() => setScope("following")}>
            从某一节起
          </Pressable>
          <Pressable className="button button-plain" onPress={() => setScope("this")}>
            只改一节
          </Pressable>
        </>
      ) : null}
    </>
  );
}

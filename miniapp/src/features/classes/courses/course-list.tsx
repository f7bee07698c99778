import { View } from "@tarojs/components";
import { useState } from "react";
import { CLASS_CATEGORY_LABELS } from "../../../../../shared/classes/class-category";
import type { CourseItem, CourseList as CoursePage } from "../../../../../shared/classes/course-answer";
import { callApi } from "../../../http/call-api";
import { useTask } from "../../../http/use-task";
import { openCourse } from "../../../navigation/class-pages";
import { Heading } from "../../../ui/heading";
import { Message } from "../../../ui/message";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { SessionTitle } from "../session-title";

interface CourseListProps {
  first: CoursePage;
  state: "running" | "ended";
}

/** The courses, a page at a time. */
export function CourseList({ first, state }: CourseListProps) {
  const [shown, setShown] = useState(first);
  const { courses, nextCursor } = shown;
  const [more, loadMore] = useTask(async (cursor: string) => {
    const page = await callApi("GET /courses", { state, cursor });
    setShown({ courses: [...courses, ...page.courses], nextCursor: page.nextCursor });
  });
  if (courses.length === 0) {
    return state === "running" ? (
      <Message title="还没有课程" advice="点「加一门课」，排好的课马上出现在课表里" />
    ) : (
      <Message title="没有停掉的课" advice="停掉的课会留在这里，以后好查" />
    );
  }
  return (
    <>
      <View className="list course-list">
        {courses.map((course) => (
          <CourseCard key={course.id} course={course} />
        ))}
      </View>
      {nextCursor === null ? null : (
        <Pressable
          className="button button-plain"
          disabled={more.status === "running"}
          onPress={() => loadMore(nextCursor)}
        >
          看后面的
        </Pressable>
      )}
      <TaskFailure task={more} />
    </>
  );
}

function CourseCard({ course }: { course: CourseItem }) {
  const { id, title, category, scheduleWords, venue, capacity, teacher } = course;
  const facts = [CLASS_CATEGORY_LABELS[category], `${capacity} 个名额`, teacher].filter((fact) => fact !== null);
  return (
    <View className="card course-card">
      <Heading level={2} className="session-title">
        <SessionTitle session={course} />
      </Heading>
      <View>{scheduleWords}</View>
      <View>
        {venue.name}
        {(course.room ?? venue.room) ? ` · ${course.room ?? venue.room}` : ""}
      </View>
      <View className="secondary">{facts.join(" · ")}</View>
      <Pressable className="button button-plain course-open" label={`看和改：${title}`} onPress={() => openCourse(id)}>
        看和改
      </Pressable>
    </View>
  );
}

import { View } from "@tarojs/components";
import type { CourseDetail } from "../../../../../shared/classes/course-answer";
import { openHall, openSessionDesk } from "../../../navigation/class-pages";
import { Heading } from "../../../ui/heading";
import { Notice } from "../../../ui/notice";
import { Pressable } from "../../../ui/pressable";
import { sessionWhenWords, venueWords } from "../class-words";
import { SessionTitle } from "../session-title";

/** The dates to come, each of which can be cancelled, moved or merged by itself. */
export function CourseDates({ course }: { course: CourseDetail }) {
  const now = Date.parse(course.asOf);
  const clashing = course.dates.filter(({ clashesWith }) => clashesWith.length > 0).length;
  return (
    <>
      <Heading level={1} className="section-title">
        <SessionTitle session={course} />
      </Heading>
      <View className="card course-dates">
        <View>{course.scheduleWords}</View>
        <View>{venueWords(course.venue)}</View>
        {isHall(course.venue.id) ? (
          <Pressable className="link" onPress={() => openHall(course.venue.id)}>
            改场馆的资料
          </Pressable>
        ) : null}
        {course.state === "ended" ? <View className="course-ended">这门课停了</View> : null}
        {clashing === 0 ? null : (
          <Notice tone="soon">有 {clashing} 节和别的课撞在同一间教室。错开时间，或者写上不同的教室。</Notice>
        )}
        {course.dates.length === 0 ? <View className="secondary">后面没有排着的课了</View> : null}
        {course.dates.map((date) => (
          <View key={date.id} className="course-date">
            <View className="course-date-words">
              <View className="course-date-when">{sessionWhenWords(date, now)}</View>
              {date.state === "cancelled" ? (
                <View className="course-ended">取消了：{date.cancelledReason}</View>
              ) : date.isOnItsOwn ? (
                <View className="secondary">这一节单独改过</View>
              ) : null}
              {date.clashesWith.length === 0 ? null : (
                <View className="course-ended">! 同一时间，这里还有：{date.clashesWith.join("、")}</View>
              )}
            </View>
            <Pressable
              className="link"
              label={`${date.state === "cancelled" ? "看" : "取消或调课"}：${sessionWhenWords(date, now)}`}
              onPress={() => openSessionDesk(date.id)}
            >
              {date.state === "cancelled" ? "看" : "取消或调课"}
            </Pressable>
          </View>
        ))}
      </View>
    </>
  );
}

/** A station is kept by its own people; a hall by the officers alone. */
function isHall(venueId: string): boolean {
  return venueId.startsWith("vn_");
}

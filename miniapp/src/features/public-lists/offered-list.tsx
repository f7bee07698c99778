import { View } from "@tarojs/components";
import type { PublicLists } from "../../../../shared/public-lists/public-lists";
import { openClass, openTimetable } from "../../navigation/class-pages";
import { Heading } from "../../ui/heading";
import { Pressable } from "../../ui/pressable";
import { sessionDateWords } from "../classes/class-words";
import { SessionTitle } from "../classes/session-title";
import { CountedStations } from "./counted-stations";
import { NumberRow } from "./number-row";

type Course = PublicLists["offered"]["courses"][number];

interface OfferedListProps {
  offered: PublicLists["offered"];
  district: string | undefined;
}

/** 服务清单: services of stations, and classes by what is taught. */
export function OfferedList({ offered: { services, courses }, district }: OfferedListProps) {
  return (
    <>
      <Heading level={3} className="list-title">
        驿站里的服务
      </Heading>
      <View className="card number-list">
        {services.map(({ fact, label, stations }) => (
          <NumberRow key={fact} label={label} number={`${stations} 个站`}>
            <CountedStations district={district} fact={fact} />
          </NumberRow>
        ))}
        {services.length === 0 ? <View>还没有站说有服务。</View> : null}
      </View>
      <Heading level={3} className="list-title">
        正在开的课
      </Heading>
      <View className="card number-list">
        {byCategory(courses).map(([label, some]) => (
          <NumberRow key={label} label={label} number={`${some.length} 门`}>
            {some.map((course) => (
              <CourseLine key={course.id} course={course} />
            ))}
          </NumberRow>
        ))}
        {courses.length === 0 ? <View>现在没有开着的课。</View> : null}
      </View>
    </>
  );
}

function CourseLine({ course: { title, scheduleWords, venueName, next, isDemo } }: { course: Course }) {
  return (
    <Pressable className="number-part" onPress={() => (next === null ? openTimetable() : openClass(next.id))}>
      <View className="number-part-name">
        <SessionTitle session={{ title, isDemo }} />
      </View>
      <View>{scheduleWords}</View>
      <View className="secondary">
        {venueName}
        {next === null ? "" : ` · 下一次 ${sessionDateWords(next.startsAt)}`}
      </View>
    </Pressable>
  );
}

function byCategory(courses: readonly Course[]): [string, Course[]][] {
  const found = new Map<string, Course[]>();
  for (const course of courses) found.set(course.categoryLabel, [...(found.get(course.categoryLabel) ?? []), course]);
  return [...found];
}

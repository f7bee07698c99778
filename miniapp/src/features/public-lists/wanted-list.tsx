import { View } from "@tarojs/components";
import { useCallback, useEffect, useState } from "react";
import type { OwnWanted } from "../../../../shared/classes/wanted-class";
import { subjectLabel, WANTED_SUBJECTS, type WantedSubject } from "../../../../shared/classes/wanted-subject";
import type { PublicLists } from "../../../../shared/public-lists/public-lists";
import { dateWords } from "../../../../shared/stations/hours-words";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { openClass, openTimetable } from "../../navigation/class-pages";
import { useAwaitedWrite } from "../../queue/use-awaited-write";
import { Chip } from "../../ui/chip";
import { Heading } from "../../ui/heading";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";
import { askToBeTold, prepareToAsk } from "../messages/ask-to-subscribe";
import { useSignIn } from "../people/sign-in";
import { SignInSheet } from "../people/sign-in-sheet";
import { NumberRow } from "./number-row";

type Wanted = OwnWanted["wanted"];

const loadOwn = async () => (await callApi("GET /wanted-classes/mine", {})).wanted;

interface WantedListProps {
  lists: PublicLists;
}

/** 想学: how many people want to be taught what, what came of it, and one's own votes. */
export function WantedList({ lists }: WantedListProps) {
  const { rows, hasFewer, opened } = lists.asked.wanted;
  return (
    <>
      <Heading level={3} className="list-title">
        大家想学的课
      </Heading>
      <View className="card number-list">
        {rows.map(({ subject, label, people }) => (
          <View key={subject ?? "others"} className="number-plain">
            <View className="number-label">{label}</View>
            <View className="number-count">
              {people} {subject === null ? "人次" : "个人"}
            </View>
          </View>
        ))}
        {opened.map((one) => (
          <NumberRow
            key={`${one.subject} ${one.courseId}`}
            label={one.label}
            number={one.people === null ? "开课了" : `${one.people} 个人，开课了`}
          >
            <OpenedCourse lists={lists} opened={one} />
          </NumberRow>
        ))}
        {rows.length + opened.length === 0 ? (
          <View>{hasFewer ? "人还少，先不写数。" : "还没有人说想学什么。"}</View>
        ) : null}
        {hasFewer ? <View className="secondary">不到 10 个人的不写。满了 10 个人，工会也看得到。</View> : null}
        <OwnVotes district={lists.district} />
      </View>
    </>
  );
}

function OpenedCourse({
  lists,
  opened,
}: WantedListProps & { opened: PublicLists["asked"]["wanted"]["opened"][number] }) {
  const course = lists.offered.courses.find(({ id }) => id === opened.courseId);
  if (course === undefined) return <View className="number-part">{dateWords(opened.openedOn)}开的，课表里看。</View>;
  const { next } = course;
  return (
    <Pressable className="number-part" onPress={() => (next === null ? openTimetable() : openClass(next.id))}>
      <View className="number-part-name">{course.title}</View>
      <View>{course.scheduleWords}</View>
      <View className="secondary">{course.venueName}</View>
    </Pressable>
  );
}

/** One tap says what one wants to learn here, another takes it back. */
function OwnVotes({ district }: { district: PublicLists["district"] }) {
  const userId = useSignIn()?.user.id ?? null;
  const [own, reload] = useLoadable(userId === null ? null : loadOwn);
  const [asking, setAsking] = useState<WantedSubject | null>(null);
  const [voting, vote] = useAwaitedWrite(
    "PUT /wanted-classes",
    useCallback(() => reload(), [reload]),
  );
  useEffect(() => void prepareToAsk(), []);
  const votes: Wanted = userId !== null && own.status === "ready" ? own.value : [];
  if (district === null || district.key === "none")
    return <View className="secondary">想学什么？先在上面选你的区。</View>;
  const wants = (subject: WantedSubject) =>
    votes.some((one) => one.district === district.key && one.subject === subject && one.course === null);
  const press = (subject: WantedSubject) => {
    if (userId === null) return setAsking(subject);
    // First in the tap: WeChat asks nobody later.
    if (!wants(subject)) void askToBeTold().catch(() => undefined);
    vote({ district: district.key, subject, wants: !wants(subject) });
  };
  return (
    <View className="wanted-votes">
      <View className="number-part-name">你想学什么？开了课告诉你</View>
      <View className="wanted-chips">
        {WANTED_SUBJECTS.map((subject) => (
          <Chip key={subject} on={wants(subject)} onPress={() => press(subject)}>
            {subjectLabel(subject)}
          </Chip>
        ))}
      </View>
      <TaskFailure task={voting} />
      {votes.some(({ course }) => course !== null) ? <OwnOpened votes={votes} /> : null}
      {asking !== null && userId === null ? (
        <SignInSheet
          title="登录了，开课才好告诉你"
          askAt={null}
          onSignedIn={() => vote({ district: district.key, subject: asking, wants: true })}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </View>
  );
}

/** What one wanted and is taught now. */
function OwnOpened({ votes }: { votes: Wanted }) {
  return (
    <>
      {votes.map(({ district, subject, label, course }) =>
        course === null ? null : (
          <Pressable
            key={`${district} ${subject}`}
            className="button button-plain"
            onPress={() => (course.nextSessionId === null ? openTimetable() : openClass(course.nextSessionId))}
          >
            你想学的{label}开课了：{course.title}
          </Pressable>
        ),
      )}
    </>
  );
}

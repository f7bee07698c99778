import { View } from "@tarojs/components";
import type { SessionDetail } from "../../../../../shared/classes/class-answer";
import { CLASS_CATEGORY_LABELS } from "../../../../../shared/classes/class-category";
import type { EpochMs } from "../../../../../shared/common/time";
import { openClass } from "../../../navigation/class-pages";
import { useSettings } from "../../../platform/settings/settings";
import { ShareButton } from "../../../platform/share-button";
import { TakeMeThere } from "../../../platform/take-me-there";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { useWay } from "../../stations/origin/use-way";
import { StatePill } from "../../stations/state-pill";
import { wayWords } from "../../stations/station-words";
import { ruleLines } from "../class-rule-words";
import { sessionDayWords, sessionTimes, sessionWords } from "../class-words";
import { SessionTitle } from "../session-title";
import type { BookingTasks } from "../use-booking";
import { AddToCalendar } from "./add-to-calendar";
import { BookingPanel } from "./booking-panel";

interface ClassViewProps {
  session: SessionDetail;
  now: EpochMs;
  tasks: BookingTasks;
  /** Somebody signed in to book: that goes on by itself. */
  onSignedIn: () => void;
  onChanged: () => Promise<void>;
}

/** What and when, every rule, then the button; for somebody who has a place, what to do about it comes first. */
export function ClassView({ session, now, tasks, onSignedIn, onChanged }: ClassViewProps) {
  const { mergedInto } = session;
  const [starts, ends] = sessionTimes(session);
  const hasPlace = session.mine?.state === "confirmed" || session.mine?.state === "waitlisted";
  const panel = (
    <BookingPanel session={session} now={now} tasks={tasks} onSignedIn={onSignedIn} onChanged={onChanged} />
  );
  return (
    <View className="class-columns">
      <View className="class-column">
        <View className="card class-head">
          <Heading level={1} className="answer-name">
            <SessionTitle session={session} />
          </Heading>
          <View className="class-when">
            <View className="class-day">{sessionDayWords(session.startsAt, now)}</View>
            <View className="class-hours">
              {starts}–{ends}
            </View>
          </View>
          <View>{session.venue.name}</View>
          <StatePill words={sessionWords(session, now)} />
          {mergedInto === null ? null : (
            <Pressable className="button button-main" onPress={() => openClass(mergedInto)}>
              看并到的那一节
            </Pressable>
          )}
          {hasPlace ? panel : null}
        </View>
        <Rules session={session} now={now} />
        {hasPlace ? null : panel}
      </View>
      <View className="class-column">
        <About session={session} />
        <WayThere session={session} />
        {session.state === "cancelled" ? null : <AddToCalendar session={session} />}
        <ShareButton name={session.title} page={`/visitor/class/index?id=${encodeURIComponent(session.id)}`} />
      </View>
    </View>
  );
}

function Rules({ session, now }: { session: SessionDetail; now: EpochMs }) {
  return (
    <>
      <Heading level={2} className="section-title">
        {session.mine ? "说好的规矩" : "报名前看一下"}
      </Heading>
      <View className="card class-rules">
        {ruleLines(session, now).map(({ title, text }) => (
          <View key={title} className="class-rule">
            <View className="class-rule-title">{title}</View>
            <View className="class-rule-text">{text}</View>
          </View>
        ))}
      </View>
    </>
  );
}

function About({ session }: { session: SessionDetail }) {
  const facts: [string, string | null][] = [
    ["教什么", CLASS_CATEGORY_LABELS[session.category]],
    ["老师", session.teacher],
    ["难不难", session.level],
    ["年纪", session.age],
    ["要带的", session.bring],
    ["多少钱", "免费"],
  ];
  return (
    <>
      <Heading level={2} className="section-title">
        这门课
      </Heading>
      <View className="card class-rules">
        {session.about ? <View className="class-about">{session.about}</View> : null}
        {facts.map(([title, text]) =>
          text === null ? null : (
            <View key={title} className="class-rule">
              <View className="class-rule-title">{title}</View>
              <View className="class-rule-text">{text}</View>
            </View>
          ),
        )}
      </View>
    </>
  );
}

function WayThere({ session: { venue } }: { session: SessionDetail }) {
  const { travel } = useSettings();
  const way = useWay(venue.location);
  return (
    <>
      <Heading level={2} className="section-title">
        在哪里上
      </Heading>
      <View className="card class-way">
        <View className="class-venue">{venue.name}</View>
        {venue.room ? <View>{venue.room}</View> : null}
        <View className="secondary">{venue.address}</View>
        {way === null ? null : <View>{wayWords(way.metres, way.travel, way.isRough)}</View>}
        <TakeMeThere to={venue} travel={travel} />
      </View>
    </>
  );
}

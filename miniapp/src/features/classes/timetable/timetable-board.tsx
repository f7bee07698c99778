import { View } from "@tarojs/components";
import { useState } from "react";
import { beijingDate, beijingDayNumber, type EpochMs } from "../../../../../shared/common/time";
import { dateWords } from "../../../../../shared/stations/hours-words";
import { useServerNow } from "../../../http/use-server-now";
import { openNearby } from "../../../navigation/pages";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { Message } from "../../../ui/message";
import { Notice } from "../../../ui/notice";
import { Pressable } from "../../../ui/pressable";
import { pastTimeWords } from "../../../ui/words/clock-words";
import { mapPointOf } from "../../stations/origin/origin";
import { useOriginState } from "../../stations/origin/origin-store";
import { SessionCard } from "../session-card";
import { ClassFilterRow } from "./class-filter-row";
import { DayStrip, dayName } from "./day-strip";
import { MeasuredFrom } from "./measured-from";
import {
  categoriesIn,
  dayOf,
  NO_FILTERS,
  type PlacedSession,
  siftSessions,
  type TimetableView,
} from "./timetable-query";

interface TimetableBoardProps {
  view: TimetableView;
  onReload: () => void;
}

/**
 * A day of the timetable under the strip of days and the chips; opens on the first day that has a class. With a chip on, all
 * that fits in one list.
 */
export function TimetableBoard({ view, onReload }: TimetableBoardProps) {
  const now = useServerNow();
  const originState = useOriginState();
  const [filters, setFilters] = useState(NO_FILTERS);
  const [chosenDay, setChosenDay] = useState<number | null>(null);
  const here = originState.status === "known" ? mapPointOf(originState.origin) : null;
  const placed = siftSessions(view.sessions, filters, here, now);
  const today = beijingDayNumber(now);
  const day = chosenDay !== null && chosenDay >= today ? chosenDay : (firstDay(placed) ?? today);
  const counts = countByDay(placed);
  const isFiltered = view.sessions.length > 0 && JSON.stringify(filters) !== JSON.stringify(NO_FILTERS);
  return (
    <>
      <MeasuredFrom state={originState} />
      {isFiltered ? null : <DayStrip now={now} day={day} counts={counts} onChoose={setChosenDay} />}
      <ClassFilterRow
        filters={filters}
        categories={categoriesIn(view.sessions)}
        hasOrigin={here !== null}
        onChange={setFilters}
      />
      <View className="results">
        {view.rememberedFrom === null ? null : (
          <Notice tone="soon">
            <View>没网。这是{pastTimeWords(view.rememberedFrom, now)} 看到的课表，名额可能变了。</View>
            <Pressable className="link" onPress={onReload}>
              再连一次
            </Pressable>
          </Notice>
        )}
        {isFiltered ? (
          <WholeList placed={placed} {...{ now, today }} onUnfilter={() => setFilters(NO_FILTERS)} />
        ) : (
          <>
            <DayTitle day={day} today={today} />
            <DayList
              placed={placed.filter((one) => dayOf(one) === day)}
              next={nextDay(placed, day)}
              {...{ now, today }}
              isEmptyTimetable={view.sessions.length === 0}
              onChoose={setChosenDay}
            />
          </>
        )}
      </View>
    </>
  );
}

interface DayListProps {
  placed: readonly PlacedSession[];
  /** The nearest other day that has something. */
  next: number | null;
  now: EpochMs;
  today: number;
  isEmptyTimetable: boolean;
  onChoose: (day: number) => void;
}

function DayTitle({ day, today }: { day: number; today: number }) {
  return (
    <Heading level={2} className="list-title">
      {dayName(day, today)} {dateWords(beijingDate(day))}
    </Heading>
  );
}

interface SessionsProps {
  placed: readonly PlacedSession[];
  now: EpochMs;
  label: string;
}

function Sessions({ placed, now, label }: SessionsProps) {
  return (
    <View className="list session-list" {...accessible({ role: "region", label })}>
      {placed.map(({ session, metres }) => (
        <SessionCard key={session.id} session={session} metres={metres} now={now} />
      ))}
    </View>
  );
}

interface WholeListProps {
  placed: readonly PlacedSession[];
  now: EpochMs;
  today: number;
  onUnfilter: () => void;
}

/** All that fits, day after day. */
function WholeList({ placed, now, today, onUnfilter }: WholeListProps) {
  const days = [...countByDay(placed).keys()].sort((a, b) => a - b);
  if (days.length === 0) {
    return (
      <Message title="这三周没有合适的课" advice="少选一样试试">
        <Pressable className="button button-main" onPress={onUnfilter}>
          不筛了，全都看看
        </Pressable>
      </Message>
    );
  }
  return (
    <>
      {days.map((day) => (
        <View key={day} className="session-day">
          <DayTitle day={day} today={today} />
          <Sessions
            placed={placed.filter((one) => dayOf(one) === day)}
            now={now}
            label={`${dayName(day, today)}的课`}
          />
        </View>
      ))}
    </>
  );
}

function DayList({ placed, next, now, today, isEmptyTimetable, onChoose }: DayListProps) {
  if (placed.length > 0) return <Sessions placed={placed} now={now} label="这天的课" />;
  if (isEmptyTimetable) {
    return (
      <Message title="这三周还没排课" advice="工会排好课，会出现在这里">
        <Pressable className="button button-main" onPress={openNearby}>
          看附近的驿站
        </Pressable>
      </Message>
    );
  }
  return (
    <Message title="这天没课" advice="点上面的日子，看别的天">
      {next === null ? null : (
        <Pressable className="button button-main" onPress={() => onChoose(next)}>
          看{dayName(next, today)}的
        </Pressable>
      )}
    </Message>
  );
}

function countByDay(placed: readonly PlacedSession[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const one of placed) counts.set(dayOf(one), (counts.get(dayOf(one)) ?? 0) + 1);
  return counts;
}

function firstDay(placed: readonly PlacedSession[]): number | null {
  return placed.length === 0 ? null : Math.min(...placed.map(dayOf));
}

/** The first day after this one, else the first of all. */
function nextDay(placed: readonly PlacedSession[], day: number): number | null {
  return firstDay(placed.filter((one) => dayOf(one) > day)) ?? firstDay(placed);
}

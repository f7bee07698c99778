import { View } from "@tarojs/components";
import { useState } from "react";
import { beijingDate, beijingDayNumber, type EpochMs } from "../../../../shared/core/time";
import { dateWords } from "../../../../shared/stations/hours-words";
import { accessible } from "../../accessibility/accessible";
import { Heading } from "../../components/heading";
import { Message } from "../../components/message";
import { Notice } from "../../components/notice";
import { Pressable } from "../../components/pressable";
import { SessionCard } from "../../components/session-card";
import { pastTimeWords } from "../../copy/clock-words";
import { useServerNow } from "../../http/use-server-now";
import { mapPointOf } from "../../location/origin";
import { useOriginState } from "../../location/origin-store";
import { openNearby } from "../../navigation/pages";
import { ClassFilterRow } from "./class-filter-row";
import { DayStrip, dayName } from "./day-strip";
import { MeasuredFrom } from "./measured-from";
import {
  type ClassFilters,
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

/** A day of the timetable under the strip of days and the chips. Opens on the first day that has a class. */
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
  return (
    <>
      <MeasuredFrom state={originState} />
      <DayStrip now={now} day={day} counts={counts} onChoose={setChosenDay} />
      <ClassFilterRow
        filters={filters}
        categories={categoriesIn(view.sessions)}
        hasOrigin={here !== null}
        onChange={setFilters}
      />
      <View className="results">
        {view.rememberedFrom === null ? null : (
          <Notice tone="soon">
            <View>没网。这是{pastTimeWords(view.rememberedFrom, now)} 看到的课表,名额可能变了。</View>
            <Pressable className="link" onPress={onReload}>
              再连一次
            </Pressable>
          </Notice>
        )}
        <Heading level={2} className="list-title">
          {dayName(day, today)} {dateWords(beijingDate(day))}
        </Heading>
        <DayList
          placed={placed.filter((one) => dayOf(one) === day)}
          next={nextDay(placed, day)}
          {...{ now, filters, today }}
          isEmptyTimetable={view.sessions.length === 0}
          onChoose={setChosenDay}
          onUnfilter={() => setFilters(NO_FILTERS)}
        />
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
  filters: ClassFilters;
  isEmptyTimetable: boolean;
  onChoose: (day: number) => void;
  onUnfilter: () => void;
}

function DayList({ placed, next, now, today, filters, isEmptyTimetable, onChoose, onUnfilter }: DayListProps) {
  if (placed.length > 0) {
    return (
      <View className="list session-list" {...accessible({ role: "region", label: "这天的课" })}>
        {placed.map(({ session, metres }) => (
          <SessionCard key={session.id} session={session} metres={metres} now={now} />
        ))}
      </View>
    );
  }
  if (isEmptyTimetable) {
    return (
      <Message title="这三周还没排课" advice="工会排好课,会出现在这里">
        <Pressable className="button button-main" onPress={openNearby}>
          看附近的驿站
        </Pressable>
      </Message>
    );
  }
  const isFiltered = JSON.stringify(filters) !== JSON.stringify(NO_FILTERS);
  return (
    <Message
      title={isFiltered ? "这天没有合适的课" : "这天没课"}
      advice={isFiltered ? "换一天,或者少选一样试试" : "点上面的日子,看别的天"}
    >
      {next === null ? null : (
        <Pressable className="button button-main" onPress={() => onChoose(next)}>
          看{dayName(next, today)}的
        </Pressable>
      )}
      {isFiltered ? (
        <Pressable className="button button-plain" onPress={onUnfilter}>
          不筛了,全都看看
        </Pressable>
      ) : null}
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

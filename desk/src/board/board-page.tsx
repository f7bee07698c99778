import { useNavigate, useSearch } from "@tanstack/react-router";
import { App, Button } from "antd";
import { lazy, Suspense, useRef } from "react";
import { AMENITIES, AMENITY_KINDS } from "../../../shared/amenities/amenity";
import type { BoardAnswer } from "../../../shared/board/board-answer";
import { dateWords } from "../../../shared/stations/hours-words";
import { Failed } from "../parts/failed";
import { Pick } from "../parts/pick";
import { BoardFigures } from "./board-figures";
import { BoardLists } from "./board-lists";
import { type BoardSearch, readBoardSearch } from "./board-search";
import { DAY_CHIPS, halfHourWords, percentWords, placeOf } from "./board-words";
import { CellLegend } from "./cell-legend";
import { DayLine } from "./day-line";
import { HourSlider } from "./hour-slider";
import { MonthLines } from "./month-lines";
import { useBoard, useBoardDay, useCellShapes } from "./use-board";
import "./board.css";

const BoardMap = lazy(() => import("./board-map"));

type Board = NonNullable<BoardAnswer["board"]>;
const LAYERS: readonly (readonly [string, string])[] = [
  ["", "所有的门"],
  ...AMENITY_KINDS.map((kind) => [kind, `有${AMENITIES[kind].label}的`] as const),
];

/** 看板: who has an open door within 15 minutes, where and when not, and what is the next best thing to do. */
export function BoardPage() {
  const search: BoardSearch = useSearch({ from: "/board" });
  const navigate = useNavigate({ from: "/board" });
  const asked = useBoard(search);
  const whole = useRef<HTMLDivElement>(null);
  const change = (changed: BoardSearch) =>
    void navigate({
      search: (before: BoardSearch) => readBoardSearch({ ...before, ...changed }),
      replace: true,
      resetScroll: false,
    });
  const board = asked.data?.board ?? null;
  return (
    <div className="board" ref={whole}>
      <header className="board-head">
        <h1>15 分钟服务圈{board === null ? "" : ` · ${board.area.name}`}</h1>
        {DAY_CHIPS.map(([day, words]) => (
          <button
            key={words}
            type="button"
            className={search.day === day ? "chip is-on no-print" : "chip no-print"}
            aria-pressed={search.day === day}
            onClick={() => change({ day })}
          >
            {words}
          </button>
        ))}
        <span className="board-tools no-print">
          {asked.data === undefined || board === null ? null : (
            <Pick
              label="地方"
              value={board.area.code}
              options={asked.data.areas.map(({ code, name }) => [code, name] as const)}
              onPick={(city) => change({ city })}
            />
          )}
          <Pick
            label="看"
            value={search.layer ?? ""}
            options={LAYERS}
            onPick={(layer) => change({ layer: readBoardSearch({ layer }).layer })}
          />
          <FullScreenButton whole={whole} />
          <Button onClick={() => print()}>打印 A4</Button>
        </span>
      </header>
      {asked.isError && board === null ? <Failed error={asked.error} reset={() => void asked.refetch()} /> : null}
      {asked.isPending ? <p role="status">正在算…</p> : null}
      {asked.isSuccess && board === null ? <p className="quiet">您看得到的地方还没有驿站。</p> : null}
      {board === null ? null : <Whole board={board} search={search} onChange={change} />}
    </div>
  );
}

function Whole({
  board,
  search,
  onChange,
}: {
  board: Board;
  search: BoardSearch;
  onChange: (changed: BoardSearch) => void;
}) {
  const { area, cells, now, early, reachMetres, stations } = board;
  const at = search.at ?? now.from;
  return (
    <div className="board-body">
      <DayMap board={board} search={search} at={at} onHour={(hour) => onChange({ at: hour })} />
      <div className="board-side">
        <BoardFigures board={board} onHour={(hour, day) => onChange({ at: hour, day })} />
        <MonthLines
          months={board.months}
          nowPlace={placeOf(now.from)}
          earlyPlace={placeOf(early.from)}
          nowWords={halfHourWords(now.from)}
        />
        <BoardLists steps={board.steps} unmet={board.unmet} />
        <p className="quiet board-foot">
          {area.name} {stations} 个驿站，周围 2.5 公里分成 {cells} 格。一格的中心离开着的门不到 {reachMetres} 米，算走
          15 分钟有门；按公布的开放时间，不知道的不算开。{peopleWords(board.people)}
        </p>
      </div>
    </div>
  );
}

function peopleWords(people: Board["people"]): string {
  if (people === null) return "";
  const { count, now, early } = people;
  return `按人口表，这些格里的 ${Math.round(count).toLocaleString("en-US")} 人，现在 ${percentWords(now)}% 走 15 分钟有门开着，凌晨 4:30 是 ${percentWords(early)}%。`;
}

function DayMap({
  board: { area, cells },
  search,
  at,
  onHour,
}: {
  board: Board;
  search: BoardSearch;
  at: string;
  onHour: (at: string) => void;
}) {
  const day = useBoardDay(area.code, search);
  const shapes = useCellShapes(area.code, cells);
  const failure = day.error ?? shapes.error;
  const again = () => void Promise.all([day.refetch(), shapes.refetch()]);
  if (failure !== null && (day.data === undefined || shapes.data === undefined)) {
    return (
      <section className="board-card board-left">
        <Failed error={failure} reset={again} />
      </section>
    );
  }
  if (day.data === undefined || shapes.data === undefined) {
    return (
      <section className="board-card board-left">
        <p role="status">正在画地图…</p>
      </section>
    );
  }
  const index = placeOf(at);
  const { covered = 0, unknown = 0 } = day.data.hours[index] ?? {};
  const said = `走 15 分钟有门开着的地方 ${percentWords(covered)}%，不知道 ${percentWords(unknown)}%`;
  return (
    <section className="board-card board-left" aria-label="几点、哪里有门开着">
      <Suspense fallback={<p role="status">正在画地图…</p>}>
        <BoardMap
          shapes={shapes.data}
          cells={day.data.cells}
          place={index}
          label={`${area.name}地图，${dateWords(day.data.on)}${halfHourWords(at)}，${said}`}
        />
      </Suspense>
      <CellLegend />
      <DayLine hours={day.data.hours} place={index} />
      <p className="hour-said" role="status">
        {dateWords(day.data.on)} {halfHourWords(at)} 走 15 分钟有门开着的地方：<strong>{percentWords(covered)}%</strong>
        {unknown === 0 ? "" : `，不知道 ${percentWords(unknown)}%`}
      </p>
      {day.data.calendarKnown ? null : <p className="quiet">那一年的放假安排还没公布，按法定节日算。</p>}
      <HourSlider place={index} said={said} onChange={onHour} />
    </section>
  );
}

function FullScreenButton({ whole }: { whole: React.RefObject<HTMLDivElement | null> }) {
  const { message } = App.useApp();
  const enter = async () => {
    try {
      if (document.fullscreenElement === null) await whole.current?.requestFullscreen();
      else await document.exitFullscreen();
    } catch {
      message.error("这个浏览器不让全屏，按 F11 试试");
    }
  };
  return <Button onClick={() => void enter()}>全屏</Button>;
}

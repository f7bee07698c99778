import { useNavigate, useSearch } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useState } from "react";
import type { SessionItem } from "../../../shared/classes/class-answer";
import { fetchFile } from "../http/api";
import { failureWords } from "../http/failure";
import { Failed } from "../parts/failed";
import { Pick } from "../parts/pick";
import { saveFile } from "../parts/save-file";
import { useDeskRows } from "../stations/use-desk-rows";
import type { ClassesSearch } from "./classes-search";
import { CloneDialog } from "./clone-dialog";
import { MoveSessionDialog } from "./move-session-dialog";
import { SessionPanel } from "./session-panel";
import { type Target, WeekGrid } from "./timetable-grid";
import { useVenues, useWeek, useWeekAnew } from "./use-week";
import { dayAfter, dayOfInstant, daysOf, mondayOf } from "./week-days";

/** The week's classes by hall: what is when, who comes, and moving one. */
export function ClassesPage() {
  const { message } = App.useApp();
  const search: ClassesSearch = useSearch({ from: "/classes" });
  const navigate = useNavigate({ from: "/classes" });
  const { asOf, isLoading } = useDeskRows();
  const venues = useVenues();
  const monday = mondayOf(search.week === undefined ? asOf : Date.parse(`${search.week}T12:00:00+08:00`));
  const week = useWeek(monday, search.venue);
  const lookAgain = useWeekAnew();
  const [moving, setMoving] = useState<{ session: SessionItem; target: Target } | null>(null);
  const [isCloning, setCloning] = useState(false);
  const [told, setTold] = useState("");
  const shown = search.venue === undefined ? venues : venues.filter(({ id }) => id === search.venue);
  const go = (change: Partial<ClassesSearch>) =>
    void navigate({
      search: (before: ClassesSearch) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined)),
    });
  const done = (words: string) => {
    setMoving(null);
    setCloning(false);
    setTold(words);
    void lookAgain();
  };
  const exportWeek = async () => {
    try {
      const last = dayAfter(monday, 6);
      saveFile(await fetchFile(`/classes/attendance?from=${monday}&to=${last}`), `考勤-${monday}-到-${last}.xlsx`);
    } catch (error) {
      message.error(failureWords(error));
    }
  };
  return (
    <div className={search.open === undefined ? "stations" : "stations has-panel"}>
      <div className="table-side">
        <h1>课程</h1>
        <section className="filters" aria-label="看哪一周">
          <Button onClick={() => go({ week: dayAfter(monday, -7) })}>上一周</Button>
          <Button onClick={() => go({ week: undefined })}>这一周</Button>
          <Button onClick={() => go({ week: dayAfter(monday, 7) })}>下一周</Button>
          <Pick
            label="场馆"
            value={search.venue ?? ""}
            options={[["", "都看"], ...venues.map(({ id, name }) => [id, name] as const)]}
            onPick={(venue) => go({ venue: venue || undefined })}
          />
          <Button onClick={() => setCloning(true)}>照着再开一期…</Button>
          <Button onClick={() => void exportWeek()}>导出这一周的考勤</Button>
        </section>
        <section className="act-line" aria-label="怎么调课">
          <span>把一节课拖到别的日子、别的场馆；或者按 Tab 走到它，Shift 加方向键。存以前会先问。</span>
          <span className="just-done" role="status">
            {told}
          </span>
        </section>
        {week.isPending || isLoading ? <p className="quiet">正在取课…</p> : null}
        {week.isError ? <Failed error={week.error} reset={() => void week.refetch()} /> : null}
        {week.isSuccess && venues.length === 0 ? (
          <p className="quiet">还没有开课的地方。在手机上的课程管理里开一门，或者导入一张课表。</p>
        ) : null}
        {week.isSuccess ? (
          <div className="week-side">
            <WeekGrid
              days={daysOf(monday)}
              venues={shown}
              sessions={week.data.sessions}
              now={Date.parse(week.data.asOf)}
              onOpen={({ id }) => go({ open: id })}
              onMove={(session, target) => setMoving({ session, target })}
            />
          </div>
        ) : null}
      </div>
      {search.open === undefined ? null : (
        <SessionPanel
          key={search.open}
          id={search.open}
          onMove={(session) =>
            setMoving({ session, target: { date: dayOfInstant(session.startsAt), venueId: session.venue.id } })
          }
          onClose={() => go({ open: undefined })}
        />
      )}
      {moving === null ? null : (
        <MoveSessionDialog
          session={moving.session}
          target={moving.target}
          venues={venues}
          onClose={() => setMoving(null)}
          onMoved={done}
        />
      )}
      {isCloning ? <CloneDialog onClose={() => setCloning(false)} onCloned={done} /> : null}
    </div>
  );
}

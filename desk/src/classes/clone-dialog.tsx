import { useQuery } from "@tanstack/react-query";
import { App, Checkbox, Input } from "antd";
import { useState } from "react";
import type { CourseItem } from "../../../shared/classes/course-answer";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { AskDialog } from "../parts/ask-dialog";
import { Failed } from "../parts/failed";
import { clonedCourse, termOf } from "./clone-term";

/** The same courses for another term: all of a hall's, or some. */
export function CloneDialog({ onClose, onCloned }: { onClose: () => void; onCloned: (words: string) => void }) {
  const { message } = App.useApp();
  const courses = useQuery({ queryKey: ["courses"], queryFn: loadCourses });
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const [isBusy, setBusy] = useState(false);
  const chosen = (courses.data ?? []).filter(({ id }) => ids.has(id));
  const isWhole = chosen.length > 0 && from !== "" && from <= until;
  const clone = async () => {
    setBusy(true);
    let done = 0;
    try {
      for (const course of chosen) {
        await callApi("POST /courses", clonedCourse(course, { from, until }));
        done += 1;
        // Those that are there are not made again by a second try.
        setIds((before) => new Set([...before].filter((id) => id !== course.id)));
      }
      onCloned(`照着开了 ${done} 门课`);
    } catch (error) {
      message.error(`${done > 0 ? `开了 ${done} 门，后面的没开：` : ""}${failureWords(error)}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <AskDialog
      title="照着再开一期"
      okText={`开 ${chosen.length} 门`}
      okButtonProps={{ disabled: !isWhole, loading: isBusy }}
      onOk={() => void clone()}
      onCancel={onClose}
    >
      {courses.isPending ? <p className="quiet">正在取课…</p> : null}
      {courses.isError ? <Failed error={courses.error} reset={() => void courses.refetch()} /> : null}
      {courses.data?.length === 0 ? <p className="quiet">还没有课可以照着开。先导入一张课表。</p> : null}
      <ul className="column-list">
        {(courses.data ?? []).map((course) => {
          const term = termOf(course.schedule);
          return (
            <li key={course.id}>
              <Checkbox
                checked={ids.has(course.id)}
                onChange={({ target }) =>
                  setIds((before) => {
                    const rest = [...before].filter((id) => id !== course.id);
                    return new Set(target.checked ? [...rest, course.id] : rest);
                  })
                }
              >
                {course.title} · {course.venue.name} · {course.scheduleWords}({term.from} 到 {term.until})
              </Checkbox>
            </li>
          );
        })}
      </ul>
      <div className="field">
        <label htmlFor="term-from">新一期第一天</label>
        <Input id="term-from" type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
      </div>
      <div className="field">
        <label htmlFor="term-until">最后一天</label>
        <Input id="term-until" type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
      </div>
      <p className="quiet">时间、地点、老师、名额和规则都照旧；节假日按原来的写法上或不上。没有人会收到消息。</p>
    </AskDialog>
  );
}

async function loadCourses(): Promise<CourseItem[]> {
  const found: CourseItem[] = [];
  let cursor: string | null = null;
  do {
    const page: { courses: CourseItem[]; nextCursor: string | null } = await callApi(
      "GET /courses",
      cursor === null ? {} : { cursor },
    );
    found.push(...page.courses);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

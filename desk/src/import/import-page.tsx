import { useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Progress as ProgressBar, Select } from "antd";
import { useRef, useState } from "react";
import type { Datum } from "../../../shared/common/place";
import type { ImportProblem, StationImportAnswer } from "../../../shared/stations/import/import-answer";
import { withCell, withHours } from "../../../shared/stations/import/mends";
import { failureWords } from "../http/failure";
import { DATUM_WORDS } from "../stations/read-pasted-point";
import { ROWS_KEY } from "../stations/use-desk-rows";
import { CourseImport } from "./course-import";
import { DropFile } from "./drop-file";
import { ImportColumns } from "./import-columns";
import { ImportDone } from "./import-done";
import { ImportFindings } from "./import-findings";
import { type ListToImport, listOf, type Progress, sendList, stopLongWork, wrongCellsOf } from "./list-import";
import { saveTemplate } from "./list-template";
import { RecentImports, useRecentImports } from "./recent-imports";
import { WrongCells } from "./wrong-cells";

type Step =
  | { at: "waiting" | "stopped" }
  | { at: "working"; progress: Progress }
  | { at: "looked" | "done"; answer: StationImportAnswer }
  | { at: "wrong"; cells: ImportProblem[]; more: string | null }
  | { at: "failed"; failure: unknown };

/** Lists of stations and timetables: looked through first, with nothing stored, mended in place, then imported whole. */
export function ImportPage() {
  return (
    <div className="page">
      <StationImport />
      <RecentImports />
      <CourseImport />
    </div>
  );
}

function StationImport() {
  const [list, setList] = useState<ListToImport | null>(null);
  const [step, setStep] = useState<Step>({ at: "waiting" });
  const [answer, setAnswer] = useState<StationImportAnswer | null>(null);
  const queries = useQueryClient();
  const recent = useRecentImports();
  const running = useRef<AbortController | null>(null);

  const send = async (sent: ListToImport, isTrial: boolean) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const words = isTrial ? "正在看这份名单" : "正在导入，一次全部换上";
    setStep({ at: "working", progress: { words, done: 0, total: null } });
    try {
      const tell = (progress: Progress) => {
        // What was asked before it was stopped is answered after that.
        if (!control.signal.aborted) setStep({ at: "working", progress });
      };
      const found = await sendList(sent, isTrial, tell, control.signal);
      if (control.signal.aborted) return;
      setAnswer(found);
      setStep({ at: isTrial ? "looked" : "done", answer: found });
      if (!isTrial) await Promise.all([queries.invalidateQueries({ queryKey: ROWS_KEY }), recent.refetch()]);
    } catch (failure) {
      if (!control.signal.aborted) setStep(stepOf(failure));
    }
  };
  const look = (next: ListToImport) => {
    setList(next);
    void send(next, true);
  };
  const change = (part: Partial<ListToImport>) => list !== null && look({ ...list, ...part });
  const cancel = async () => {
    running.current?.abort();
    const workId = step.at === "working" ? step.progress.workId : undefined;
    try {
      if (workId !== undefined) await stopLongWork(workId);
      setStep({ at: "stopped" });
    } catch (failure) {
      setStep({ at: "failed", failure });
    }
  };
  return (
    <>
      <h1>导入驿站名单</h1>
      <p>
        Excel(.xlsx)或 CSV，一个驿站一行，第一行写列名。先看一遍，不会存；有错的格子就在这里改，看着对了再导入。{" "}
        <Button size="small" onClick={() => void saveTemplate()}>
          下载空表
        </Button>
      </p>
      <DropFile label="驿站名单" file={list?.file ?? null} onFile={(file) => look(listOf(file))} />
      <p>
        <label htmlFor="datum">坐标从哪个地图来 </label>
        <Select
          id="datum"
          value={list?.datum ?? ""}
          disabled={list === null}
          style={{ width: 260 }}
          onChange={(datum) => change({ datum })}
          options={[
            { value: "" as const, label: "表头里写了，或者不知道" },
            ...Object.entries(DATUM_WORDS).map(([value, label]) => ({ value: value as Datum, label })),
          ]}
        />
      </p>
      <div role="status">
        {step.at === "working" ? <Working progress={step.progress} onCancel={() => void cancel()} /> : null}
        {step.at === "stopped" ? <p>停了，一条也没有存。</p> : null}
        {step.at === "done" ? <ImportDone answer={step.answer} /> : null}
      </div>
      {step.at === "failed" ? (
        <p className="wrong" role="alert">
          {failureWords(step.failure)}
        </p>
      ) : null}
      {list !== null && step.at === "wrong" ? (
        <WrongCells
          cells={step.cells}
          more={step.more}
          onMend={(cells) => change({ mends: cells.reduce(withCell, list.mends) })}
        />
      ) : null}
      {list !== null && answer !== null && step.at === "looked" ? (
        <>
          {answer.withdrawn === 0 ? null : (
            <p>
              <Checkbox checked={list.reinstate} onChange={({ target }) => change({ reinstate: target.checked })}>
                名单里有 {answer.withdrawn} 个撤下的驿站，导入时一起恢复
              </Checkbox>
            </p>
          )}
          <ImportColumns answer={answer} map={list.map} onChange={(map) => change({ map })} />
          <ImportFindings
            answer={answer}
            onCells={(cells) => change({ mends: cells.reduce(withCell, list.mends) })}
            onHours={(text, means) => change({ mends: withHours(list.mends, text, means) })}
          />
          <div className="import-go">
            <Button
              type="primary"
              size="large"
              disabled={answer.created + answer.updated === 0}
              onClick={() => void send(list, false)}
            >
              导入：新加 {answer.created} 个，改 {answer.updated} 个
            </Button>
          </div>
        </>
      ) : null}
    </>
  );
}

function stepOf(failure: unknown): Step {
  const wrong = wrongCellsOf(failure);
  return wrong === null ? { at: "failed", failure } : { at: "wrong", ...wrong };
}

function Working({ progress: { words, done, total }, onCancel }: { progress: Progress; onCancel: () => void }) {
  return (
    <div className="working">
      <p>
        {words}…{" "}
        <Button size="small" onClick={onCancel}>
          不等了
        </Button>
      </p>
      {total === null ? null : (
        <ProgressBar
          aria-label={words}
          percent={Math.round((done / Math.max(1, total)) * 100)}
          format={() => `${done} / ${total}`}
        />
      )}
    </div>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ImportAnswer, ImportProblem } from "../../../shared/stations/import/import-answer";
import { type ImportMends, withCell } from "../../../shared/stations/import/mends";
import { fetchFile, sendFile } from "../http/api";
import { failureWords } from "../http/failure";
import { saveFile } from "../parts/save-file";
import { placeKey, placeWords } from "./cell-place";
import { DropFile } from "./drop-file";
import { NO_MENDS, wrongCellsOf } from "./list-import";
import { saveCourseTemplate } from "./list-template";
import { WrongCells } from "./wrong-cells";

type Step =
  | { at: "waiting" }
  | { at: "working"; words: string }
  | { at: "looked" | "done"; answer: ImportAnswer }
  | { at: "wrong"; cells: ImportProblem[]; more: string | null }
  | { at: "failed"; failure: unknown };

/** A timetable: looked through first, with nothing stored, mended in place, then imported whole. */
export function CourseImport() {
  const [file, setFile] = useState<File | null>(null);
  const [step, setStep] = useState<Step>({ at: "waiting" });
  const queries = useQueryClient();
  const [mends, setMends] = useState<ImportMends>(NO_MENDS);
  const send = async (chosen: File, said: ImportMends, isTrial: boolean) => {
    setStep({ at: "working", words: isTrial ? "正在看这份课程表…" : "正在导入，一次全部换上…" });
    const form = new FormData();
    form.set("file", chosen);
    form.set("mends", JSON.stringify(said));
    try {
      const answer = await sendFile<ImportAnswer>(`/courses/import?dryRun=${isTrial}`, form);
      setStep({ at: isTrial ? "looked" : "done", answer });
      if (!isTrial) await queries.invalidateQueries({ queryKey: ["courses"] });
    } catch (failure) {
      setStep(stepOf(failure));
    }
  };
  const look = (chosen: File, said: ImportMends) => {
    setFile(chosen);
    setMends(said);
    void send(chosen, said, true);
  };
  const saveCourses = async () => saveFile(await fetchFile("/courses/export?format=xlsx"), "课程表.xlsx");
  return (
    <section aria-label="导入课程表">
      <h2>导入课程表</h2>
      <p>
        一门课一行，或者照周表排。{" "}
        <Button size="small" onClick={() => void saveCourseTemplate()}>
          下载空课程表
        </Button>{" "}
        <Button size="small" onClick={() => void saveCourses()}>
          下载现在的课程表
        </Button>
      </p>
      <DropFile label="课程表" file={file} onFile={(chosen) => look(chosen, NO_MENDS)} />
      <div role="status">
        {step.at === "working" ? <p>{step.words}</p> : null}
        {step.at === "done" ? (
          <p className="good">
            <strong>课程表导入好了：</strong>新开 {step.answer.created} 门，改了 {step.answer.updated} 门。
          </p>
        ) : null}
      </div>
      {step.at === "failed" ? (
        <p className="wrong" role="alert">
          {failureWords(step.failure)}
        </p>
      ) : null}
      {step.at === "wrong" && file !== null ? (
        <WrongCells
          cells={step.cells}
          more={step.more}
          unit="一门课"
          onMend={(cells) => look(file, cells.reduce(withCell, mends))}
        />
      ) : null}
      {step.at === "looked" && file !== null ? (
        <>
          <Problems problems={step.answer.warnings} />
          <Button type="primary" size="large" onClick={() => void send(file, mends, false)}>
            导入课程表：新开 {step.answer.created} 门，改 {step.answer.updated} 门
          </Button>
        </>
      ) : null}
    </section>
  );
}

function stepOf(failure: unknown): Step {
  const wrong = wrongCellsOf(failure);
  return wrong === null ? { at: "failed", failure } : { at: "wrong", ...wrong };
}

function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">在哪里</th>
          <th scope="col">写的是</th>
          <th scope="col">怎么回事</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem) => (
          <tr key={`${placeKey(problem)} ${problem.message}`}>
            <td>{placeWords(problem)}</td>
            <td>{problem.value}</td>
            <td>{problem.message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { ImportAnswer, ImportProblem } from "../../../shared/stations/import/import-answer";
import { fetchFile, sendFile } from "../http/api";
import { ApiFailure, failureWords } from "../http/failure";
import { saveFile } from "../parts/save-file";
import { placeKey, placeWords } from "./cell-place";
import { DropFile } from "./drop-file";
import { saveCourseTemplate } from "./list-template";

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Step =
  | { at: "waiting" }
  | { at: "working"; words: string }
  | { at: "looked" | "done"; answer: ImportAnswer }
  | { at: "failed"; failure: unknown };

/** A timetable: looked through first, with nothing stored, then imported whole. */
export function CourseImport() {
  const [file, setFile] = useState<File | null>(null);
  const [step, setStep] = useState<Step>({ at: "waiting" });
  const queries = useQueryClient();
  const send = async (chosen: File, isTrial: boolean) => {
    setStep({ at: "working", words: isTrial ? "正在看这份课程表…" : "正在导入，一次全部换上…" });
    const type = chosen.name.toLowerCase().endsWith(".csv") ? "text/csv" : XLSX_TYPE;
    try {
      const answer = await sendFile<ImportAnswer>(`/courses/import?dryRun=${isTrial}`, { file: chosen, type });
      setStep({ at: isTrial ? "looked" : "done", answer });
      if (!isTrial) await queries.invalidateQueries({ queryKey: ["courses"] });
    } catch (failure) {
      setStep({ at: "failed", failure });
    }
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
      <DropFile
        label="课程表"
        file={file}
        onFile={(chosen) => {
          setFile(chosen);
          void send(chosen, true);
        }}
      />
      <div role="status">
        {step.at === "working" ? <p>{step.words}</p> : null}
        {step.at === "done" ? (
          <p className="good">
            <strong>课程表导入好了：</strong>新开 {step.answer.created} 门，改了 {step.answer.updated} 门。
          </p>
        ) : null}
      </div>
      {step.at === "failed" ? <Wrong failure={step.failure} /> : null}
      {step.at === "looked" && file !== null ? (
        <>
          <Problems problems={step.answer.warnings} />
          <Button type="primary" size="large" onClick={() => void send(file, false)}>
            导入课程表：新开 {step.answer.created} 门，改 {step.answer.updated} 门
          </Button>
        </>
      ) : null}
    </section>
  );
}

function Wrong({ failure }: { failure: unknown }) {
  const cells = failure instanceof ApiFailure ? failure.cells : [];
  return (
    <div className="wrong" role="alert">
      <p>{cells.length === 0 ? failureWords(failure) : `有 ${cells.length} 处要改，一门课也没有存`}</p>
      <Problems problems={cells} />
    </div>
  );
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

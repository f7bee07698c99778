import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { type DragEvent, useState } from "react";
import type { Datum } from "../../../shared/core/place";
import type { StationImportAnswer } from "../../../shared/stations/import/import-answer";
import { sendFile } from "../http/api";
import { ApiFailure, failureWords } from "../http/failure";
import { DATUM_WORDS } from "../stations/read-point";
import { ROWS_KEY } from "../stations/use-desk-rows";
import { HeadingMap } from "./heading-map";
import { ImportFindings } from "./import-findings";
import { saveTemplate } from "./template";

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Step =
  | { at: "waiting" }
  | { at: "working"; words: string }
  | { at: "looked" | "done"; answer: StationImportAnswer }
  | { at: "failed"; failure: unknown };

/** A list of stations: looked through first, with nothing stored, then imported whole. */
export function ImportPage() {
  const [file, setFile] = useState<File | null>(null);
  const [datum, setDatum] = useState<Datum | "">("");
  const [map, setMap] = useState<Readonly<Record<string, string>>>({});
  const [step, setStep] = useState<Step>({ at: "waiting" });
  const queries = useQueryClient();

  const send = async (chosen: File, said: typeof map, from: Datum | "", isTrial: boolean) => {
    setStep({ at: "working", words: isTrial ? "正在看这份名单…" : "正在导入，一次全部换上…" });
    const query = new URLSearchParams({ dryRun: String(isTrial) });
    if (from !== "") query.set("datum", from);
    for (const [heading, meaning] of Object.entries(said)) query.append("map", `${heading}=${meaning}`);
    const type = chosen.name.toLowerCase().endsWith(".csv") ? "text/csv" : XLSX_TYPE;
    try {
      const answer = await sendFile<StationImportAnswer>(`/stations/import?${query}`, chosen, type);
      setStep({ at: isTrial ? "looked" : "done", answer });
      if (!isTrial) await queries.invalidateQueries({ queryKey: ROWS_KEY });
    } catch (failure) {
      setStep({ at: "failed", failure });
    }
  };
  const take = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFile(chosen);
    setMap({});
    void send(chosen, {}, datum, true);
  };
  const again = (change: { map?: typeof map; datum?: Datum | "" }) => {
    const [said, from] = [change.map ?? map, change.datum ?? datum];
    setMap(said);
    setDatum(from);
    if (file !== null) void send(file, said, from, true);
  };
  return (
    <div className="page">
      <h1>导入驿站名单</h1>
      <p>
        Excel(.xlsx)或 CSV，一个驿站一行，第一行写列名。先看一遍，不会存；看着对了再导入。{" "}
        <Button size="small" onClick={() => void saveTemplate()}>
          下载空表
        </Button>
      </p>
      <Drop file={file} onFile={take} />
      <p>
        <label htmlFor="datum">坐标从哪个地图来 </label>
        <Select
          id="datum"
          value={datum}
          style={{ width: 260 }}
          onChange={(next) => again({ datum: next })}
          options={[
            { value: "" as const, label: "表头里写了，或者不知道" },
            ...Object.entries(DATUM_WORDS).map(([value, label]) => ({ value: value as Datum, label })),
          ]}
        />
      </p>
      <div role="status">
        {step.at === "working" ? <p>{step.words}</p> : null}
        {step.at === "done" ? (
          <p>
            <strong>导入好了：</strong>新加 {step.answer.created} 个，改了 {step.answer.updated} 个，没变{" "}
            {step.answer.unchanged} 个。<Link to="/stations">去看驿站</Link>
          </p>
        ) : null}
      </div>
      {step.at === "failed" ? <Refused failure={step.failure} /> : null}
      {step.at === "looked" && file !== null ? (
        <>
          <ImportFindings answer={step.answer} />
          <HeadingMap ignored={step.answer.ignoredColumns} map={map} onChange={(next) => again({ map: next })} />
          <Button type="primary" size="large" onClick={() => void send(file, map, datum, false)}>
            导入：新加 {step.answer.created} 个，改 {step.answer.updated} 个
          </Button>
        </>
      ) : null}
    </div>
  );
}

function Drop({ file, onFile }: { file: File | null; onFile: (file: File | undefined) => void }) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field in it is the first
    <div
      className={isOver ? "drop is-over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label>
        {file === null ? "把文件拖到这里，或者点这里选：" : `${file.name} · 换一份：`}
        <input
          type="file"
          accept=".xlsx,.csv"
          onChange={({ target }) => {
            onFile(target.files?.[0]);
            // The same file may come again, once it was put right.
            target.value = "";
          }}
        />
      </label>
    </div>
  );
}

/** Every wrong cell, by row and column; nothing was stored. */
function Refused({ failure }: { failure: unknown }) {
  const fields = failure instanceof ApiFailure && failure.code === "import_rejected" ? failure.fields : [];
  if (fields.length === 0) {
    return (
      <p className="wrong" role="alert">
        {failureWords(failure)}
      </p>
    );
  }
  return (
    <section role="alert">
      <h2 className="wrong">有 {fields.length} 处要改，一条也没有存</h2>
      <p>在 Excel 里改好，存一下，再把文件拖进来。</p>
      <table>
        <thead>
          <tr>
            <th scope="col">在哪里</th>
            <th scope="col">怎么回事</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ path, message }) => (
            <tr key={`${path} ${message}`} className="wrong">
              <td>{placeWords(path)}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** `Sheet1 / row 3 / 经度`: Sheet1，第 3 行，经度. */
function placeWords(path: string): string {
  return path
    .split(" / ")
    .map((part) => part.replace(/^row (\d+)$/, "第 $1 行"))
    .join("，");
}

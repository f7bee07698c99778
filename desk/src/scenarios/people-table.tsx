import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import type { PeopleTablePut } from "../../../shared/circle/people-table-answer";
import { CSV_TYPE, XLSX_TYPE } from "../../../shared/common/file-types";
import { callApi, sendFile } from "../http/api";
import { ApiFailure, failureWords } from "../http/failure";
import { DropFile } from "../import/drop-file";
import { Pick } from "../parts/pick";
import { DATUM_WORDS } from "../stations/read-pasted-point";
import { instantWords } from "../stations/row-words";
import { countWords } from "./scenario-words";

const DATUM_CHOICES = [["", "表头里写了"], ...Object.entries(DATUM_WORDS)] as const;
const KEY = "people-table";

/** 人口表: how many people live or work where, as the office says. One for a city, put in the place of the one before. */
export function PeopleTable({ city }: { city: string }) {
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [datum, setDatum] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<PeopleTablePut | ApiFailure | null>(null);
  const known = useQuery({ queryKey: [KEY, city], queryFn: () => callApi("GET /coverage/people", { city }) });
  const table = known.data?.table ?? null;
  const renew = async () => {
    await queries.invalidateQueries({ queryKey: [KEY, city] });
    await queries.invalidateQueries({ queryKey: ["next-steps"] });
  };
  const send = async (isTrial: boolean) => {
    if (file === null) return;
    setBusy(true);
    try {
      const query = new URLSearchParams({ city, dryRun: String(isTrial), ...(datum === "" ? {} : { datum }) });
      const type = file.name.toLowerCase().endsWith(".csv") ? CSV_TYPE : XLSX_TYPE;
      const answer = await sendFile<PeopleTablePut>(`/coverage/people?${query}`, { file, type });
      setTold(answer);
      if (!isTrial) {
        setFile(null);
        setTold(null);
        message.success(`存好了 ${countWords(answer.table.people)} 人`);
        await renew();
      }
    } catch (error) {
      if (error instanceof ApiFailure) setTold(error);
      else message.error(failureWords(error));
    }
    setBusy(false);
  };
  const remove = () =>
    modal.confirm({
      title: "撤掉这个市的人口表？",
      content: "按人口算的方案就算不出来了，要再传一张。",
      okText: "撤掉",
      cancelText: "留着",
      onOk: async () => {
        await callApi("DELETE /coverage/people", { city }).catch((error: unknown) =>
          message.error(failureWords(error)),
        );
        await renew();
      },
    });
  return (
    <section className="board-card" aria-labelledby="people-table">
      <h2 id="people-table">人口表</h2>
      <p className="quiet">
        哪里有多少人住、上班，一行一处：经度、纬度、人数，或者 H3 格子、人数。只存每一格（约 0.1
        平方公里）的总数，不存地址和名字。有一行不对就一行也不存。
      </p>
      {table === null ? (
        <p>还没有。</p>
      ) : (
        <p>
          现在这张：{countWords(table.rows)} 行，{countWords(table.people)} 人，分在 {countWords(table.cells)} 格，
          {instantWords(table.putAt)} 传的。{" "}
          <Button size="small" danger onClick={remove}>
            撤掉
          </Button>
        </p>
      )}
      <DropFile
        label="人口表"
        file={file}
        onFile={(chosen) => {
          setFile(chosen);
          setTold(null);
        }}
      />
      {file === null ? null : (
        <p>
          <Pick label="坐标来自" value={datum} options={DATUM_CHOICES} onPick={setDatum} />{" "}
          <Button loading={isBusy} onClick={() => void send(true)}>
            先看看
          </Button>{" "}
          <Button type="primary" loading={isBusy} onClick={() => void send(false)}>
            {table === null ? "存下来" : "换成这张"}
          </Button>
        </p>
      )}
      {told === null ? null : <Told told={told} />}
    </section>
  );
}

function Told({ told }: { told: PeopleTablePut | ApiFailure }) {
  if (told instanceof ApiFailure) {
    return (
      <div role="alert">
        <p className="wrong">{told.message}</p>
        <ul>
          {told.fields.slice(0, 20).map(({ path, message }) => (
            <li key={path + message}>
              {path.replace(/row (\d+)/, "第 $1 行").replaceAll(" / ", "，")}：{message}
            </li>
          ))}
        </ul>
        {told.fields.length > 20 ? <p className="quiet">后面还有，先改这些。</p> : null}
      </div>
    );
  }
  const { table, peopleInCircle, warnings } = told;
  return (
    <div role="status">
      <p>
        读到 {countWords(table.rows)} 行、{countWords(table.people)} 人，其中 {countWords(peopleInCircle)} 人在驿站周围
        2.5 公里里。还没有存。
      </p>
      {warnings.map(({ message }) => (
        <p key={message} className="wrong">
          {message}
        </p>
      ))}
    </div>
  );
}

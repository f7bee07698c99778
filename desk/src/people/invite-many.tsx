import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Progress } from "antd";
import { useEffect, useState } from "react";
import { renderSVG } from "uqr";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { useDeskRows } from "../stations/use-desk-rows";
import { type InviteLine, inviteText, MOST_AT_ONCE, readInviteList } from "./invite-list";
import { type Invited, saveInvites } from "./save-invites";

/** Many keepers from a pasted list: each gets a code, and a text to send. */
export function InviteMany({ start }: { start: string }) {
  const { rows } = useDeskRows();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  // Stations to find somebody for: the name goes in front of each.
  useEffect(() => {
    if (start !== "")
      setText(
        start
          .split("\n")
          .map((station) => `\t${station}`)
          .join("\n"),
      );
  }, [start]);
  const [invited, setInvited] = useState<Invited[]>([]);
  const [progress, setProgress] = useState<number | null>(null);
  const lines = readInviteList(text, rows);
  const wrong = lines.filter(({ problem }) => problem !== null);

  const invite = async () => {
    const done: Invited[] = [];
    setProgress(0);
    try {
      for (const line of lines) {
        if (line.station === null) continue;
        const invitation = { role: "keeper" as const, stationIds: [line.station.id], name: line.name };
        done.push({ line, answer: await callApi("POST /invitations", invitation) });
        setProgress(done.length);
      }
      setText("");
    } catch (error) {
      // Those who are invited stay so: the rest is left in the field.
      setText(
        lines
          .slice(done.length)
          .map(({ name, asked }) => `${name}\t${asked}`)
          .join("\n"),
      );
      message.error(failureWords(error));
    } finally {
      setInvited((before) => [...before, ...done]);
      setProgress(null);
      await queries.invalidateQueries({ queryKey: ["invitations"] });
    }
  };
  return (
    <section>
      <div className="no-print">
        <h2>一次邀请多位站长</h2>
        <label htmlFor="invite-list">从 Excel 贴两列：名字、驿站(编号或名称)，一人一行</label>
        <Input.TextArea id="invite-list" rows={6} value={text} onChange={({ target }) => setText(target.value)} />
        {lines.length === 0 ? null : <Lines lines={lines} />}
        <Button
          type="primary"
          className="after-field"
          disabled={lines.length === 0 || wrong.length > 0 || lines.length > MOST_AT_ONCE}
          loading={progress !== null}
          onClick={() => void invite()}
        >
          邀请 {lines.length} 位
        </Button>
        {lines.length > MOST_AT_ONCE ? <p className="wrong">一次最多 {MOST_AT_ONCE} 位</p> : null}
        {progress === null ? null : (
          <Progress aria-label="正在邀请" percent={Math.round((progress / lines.length) * 100)} />
        )}
      </div>
      {invited.length === 0 ? null : <Sheet invited={invited} />}
    </section>
  );
}

function Lines({ lines }: { lines: readonly InviteLine[] }) {
  const wrong = lines.filter(({ problem }) => problem !== null);
  return (
    <div role="status">
      <p className={wrong.length > 0 ? "wrong" : "quiet"}>
        {wrong.length > 0 ? `有 ${wrong.length} 行不对，改好再邀请` : `${lines.length} 位，都找到了要管的站`}
      </p>
      <ul>
        {wrong.slice(0, 10).map(({ name, asked, problem }) => (
          <li key={`${name} ${asked}`} className="wrong">
            {name} {asked}：{problem}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sheet({ invited }: { invited: readonly Invited[] }) {
  const { message } = App.useApp();
  const copy = async (words: string) => {
    await navigator.clipboard.writeText(words);
    message.success("复制好了，去微信里贴");
  };
  return (
    <>
      <div className="no-print">
        <h2>刚发出的邀请 {invited.length}</h2>
        <span className="add-filter">
          <Button onClick={() => void saveInvites(invited)}>存成 Excel 表</Button>
          <Button onClick={() => print()}>打印纸条(可存成 PDF)</Button>
          <Button onClick={() => void copy(invited.map(({ line, answer }) => inviteText(line, answer)).join("\n\n"))}>
            复制全部
          </Button>
        </span>
        <table>
          <tbody>
            {invited.map(({ line, answer }) => (
              <tr key={answer.code}>
                <td>{line.name}</td>
                <td>{line.station?.name}</td>
                <td>
                  <span className="short-code">{answer.code}</span>
                </td>
                <td>
                  <Button size="small" onClick={() => void copy(inviteText(line, answer))}>
                    复制要发的话
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="slips">
        {invited.map(({ line, answer }) => (
          <div key={answer.code} className="slip">
            <p>{inviteText(line, answer)}</p>
            <img alt="" width={120} src={`data:image/svg+xml,${encodeURIComponent(renderSVG(answer.url))}`} />
          </div>
        ))}
      </div>
    </>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Input, Modal, Progress } from "antd";
import { useState } from "react";
import { PERSON_NAME_LIMIT } from "../../../shared/common/field-limits";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import type { Invited } from "../people/save-invites";
import { saveInvites } from "../people/save-invites";

interface InviteDialogProps {
  rows: readonly DeskRow[];
  onClose: () => void;
}

/** A keeper for each of some stations: whoever has a name here gets a code. */
export function InviteDialog({ rows, onClose }: InviteDialogProps) {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [invited, setInvited] = useState<Invited[]>([]);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const queries = useQueryClient();
  const done = new Set(invited.map(({ line }) => line.station?.id));
  const asked = rows.flatMap((station) => {
    const name = (names.get(station.id) ?? "").trim();
    return name === "" || done.has(station.id) ? [] : [{ station, name }];
  });
  const send = async () => {
    setSending(true);
    setFailure(null);
    try {
      for (const { station, name } of asked) {
        const answer = await callApi("POST /invitations", { role: "keeper", stationIds: [station.id], name });
        const line = { name, asked: station.name, station, problem: null };
        setInvited((before) => [...before, { line, answer }]);
      }
    } catch (error) {
      setFailure(error);
    } finally {
      setSending(false);
      await queries.invalidateQueries({ queryKey: ["invitations"] });
    }
  };
  return (
    <Modal
      open
      title={`给 ${rows.length} 个驿站邀请站长`}
      onCancel={onClose}
      onOk={() => void send()}
      okText={`邀请 ${asked.length} 位`}
      okButtonProps={{ disabled: asked.length === 0, loading: isSending }}
      cancelText="关上"
    >
      <p className="quiet">写上名字的才邀请；空着的这次不管。</p>
      {failure === null ? null : (
        <p className="wrong" role="alert">
          {failureWords(failure)}
        </p>
      )}
      {isSending ? (
        <Progress
          aria-label="正在邀请"
          percent={Math.round((invited.length / (invited.length + asked.length)) * 100)}
        />
      ) : null}
      <div className="preview">
        <table>
          <tbody>
            {rows.map(({ id, name, keepers }) => (
              <tr key={id}>
                <td>{name}</td>
                <td className="quiet">{keepers.length === 0 ? "没有站长" : `现在是${keepers.join("、")}`}</td>
                <td>
                  {done.has(id) ? (
                    <span className="short-code">
                      {invited.find(({ line }) => line.station?.id === id)?.answer.code}
                    </span>
                  ) : (
                    <Input
                      aria-label={`${name}的站长叫什么`}
                      placeholder="站长叫什么"
                      maxLength={PERSON_NAME_LIMIT}
                      value={names.get(id) ?? ""}
                      onChange={({ target }) => setNames((before) => new Map(before).set(id, target.value))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {invited.length === 0 ? null : (
        <p role="status">
          邀请了 {invited.length} 位。 <Button onClick={() => void saveInvites(invited)}>下载要发的话(Excel)</Button>{" "}
          <Link to="/people">到「人员」里看还没人用的</Link>
        </p>
      )}
    </Modal>
  );
}

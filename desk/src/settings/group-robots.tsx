import { useQuery } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import type { GroupAnswer } from "../../../shared/groups/group";
import { GROUP_SYSTEM_NAMES } from "../../../shared/groups/group-systems";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { Failed } from "../parts/failed";
import { instantWords } from "../stations/row-words";
import { AddGroup } from "./add-group";
import { outcomeWords } from "./robot-words";

/** The robots through which the office's chat groups hear what waits. */
export function GroupRobots() {
  const list = useQuery({ queryKey: ["groups"], queryFn: async () => (await callApi("GET /groups", {})).groups });
  return (
    <section>
      <h2>群机器人</h2>
      <p className="quiet">
        在企业微信、钉钉或飞书的群里加一个自定义机器人，把它的地址贴到这里。每天早上 8
        点说一遍要盯的事，有人说门没开马上说。
      </p>
      <p className="quiet">只说驿站名和件数，不说任何人的名字和电话。</p>
      {list.isError ? <Failed error={list.error} reset={() => void list.refetch()} /> : null}
      {list.isSuccess && list.data.length === 0 ? <p className="quiet">还没有。</p> : null}
      {(list.data ?? []).length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">群</th>
              <th scope="col">管哪里</th>
              <th scope="col">说什么</th>
              <th scope="col">最近一次</th>
              <th scope="col">
                <span className="sr-only">试一试、撤掉</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {(list.data ?? []).map((group) => (
              <GroupRow key={group.id} group={group} onChanged={() => void list.refetch()} />
            ))}
          </tbody>
        </table>
      )}
      <AddGroup onAdded={() => void list.refetch()} />
    </section>
  );
}

function GroupRow({ group, onChanged }: { group: GroupAnswer; onChanged: () => void }) {
  const { message } = App.useApp();
  const { id, name, system, isSigned, reachName, wantsDigest, wantsUrgent, latest } = group;
  const tryOut = async () => {
    try {
      const tried = await callApi("POST /groups/:id/try", { id });
      const words = outcomeWords(system, tried.outcome, tried.errcode);
      if (tried.outcome === "sent") message.success(words);
      else message.error(words);
      onChanged();
    } catch (error) {
      message.error(failureWords(error));
    }
  };
  const remove = async () => {
    await callApi("DELETE /groups/:id", { id }).catch((error: unknown) => message.error(failureWords(error)));
    onChanged();
  };
  const says = [...(wantsDigest ? ["每天早上一遍"] : []), ...(wantsUrgent ? ["有人说门没开"] : [])];
  return (
    <tr>
      <td>
        {name}（{GROUP_SYSTEM_NAMES[system]}
        {isSigned ? "，加签" : ""}）
      </td>
      <td>{reachName}</td>
      <td>{says.join("、") || "什么都不说"}</td>
      <td>
        {latest === null ? (
          <span className="quiet">还没说过</span>
        ) : (
          <span className={latest.outcome === "sent" ? undefined : "wrong"}>
            {instantWords(latest.at)}：{outcomeWords(system, latest.outcome, latest.errcode)}
          </span>
        )}
      </td>
      <td>
        <Button size="small" onClick={() => void tryOut()}>
          试一试
        </Button>{" "}
        <Popconfirm title={`撤掉“${name}”的机器人？`} okText="撤掉" onConfirm={() => void remove()}>
          <Button size="small">撤掉</Button>
        </Popconfirm>
      </td>
    </tr>
  );
}

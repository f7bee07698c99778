import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import type { RoleHolder } from "../../../shared/people/invitation";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { Failed } from "../parts/failed";
import { instantWords } from "../stations/row-words";
import { InviteMany } from "./invite-many";
import { PEOPLE_KEY, usePeople } from "./use-people";

/** Who keeps what, who is invited, and inviting many at once. */
export function PeoplePage() {
  const { people: listed, isError, isSuccess, error, refetch } = usePeople();
  return (
    <div className="page">
      <h1>人员</h1>
      <InviteMany />
      <OpenInvitations />
      <h2>现在管着驿站的人</h2>
      {isError ? <Failed error={error} reset={() => void refetch()} /> : null}
      {isSuccess && listed.length === 0 ? <p className="quiet">还没有。把名单贴在上面，邀请他们来。</p> : null}
      {listed.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">名字</th>
              <th scope="col">身份</th>
              <th scope="col">管哪里</th>
              <th scope="col">
                <span className="sr-only">收回身份</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map((person) => (
              <Person key={person.id} person={person} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

const ROLE_WORDS = { keeper: "站长", officer: "工会干部" } as const;

function Person({ person }: { person: RoleHolder }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const revoke = async (role: RoleHolder["roles"][number]) => {
    try {
      await callApi("DELETE /people/:id/roles/:role", { id: person.id, role });
      await queries.invalidateQueries({ queryKey: PEOPLE_KEY });
      await queries.invalidateQueries({ queryKey: ["desk-rows"] });
    } catch (error) {
      message.error(failureWords(error));
    }
  };
  return (
    <tr>
      <td>{person.name}</td>
      <td>{person.roles.map((role) => ROLE_WORDS[role]).join("、")}</td>
      <td>{[...person.stations.map(({ name }) => name), ...person.reach].join("、")}</td>
      <td>
        {person.roles.map((role) => (
          <Popconfirm
            key={role}
            title={`收回${person.name}的${ROLE_WORDS[role]}身份？`}
            okText="收回"
            onConfirm={() => void revoke(role)}
          >
            <Button size="small">收回{ROLE_WORDS[role]}</Button>
          </Popconfirm>
        ))}
      </td>
    </tr>
  );
}

function OpenInvitations() {
  const { message } = App.useApp();
  const open = useQuery({
    queryKey: ["invitations"],
    queryFn: async () => (await callApi("GET /invitations", {})).invitations,
  });
  if (open.data === undefined || open.data.length === 0) return null;
  const takeBack = async (code: string) => {
    await callApi("DELETE /invitations/:code", { code }).catch((error: unknown) => message.error(failureWords(error)));
    await open.refetch();
  };
  return (
    <section className="no-print">
      <h2>发出去、还没人用的邀请 {open.data.length}</h2>
      <table>
        <tbody>
          {open.data.map(({ code, name, role, stations, expiresAt }) => (
            <tr key={code}>
              <td>
                <span className="short-code">{code}</span>
              </td>
              <td>{name ?? "没写名字"}</td>
              <td>{role === "keeper" ? stations.map((station) => station.name).join("、") : "工会干部"}</td>
              <td>{instantWords(expiresAt)} 前有效</td>
              <td>
                <Button size="small" onClick={() => void takeBack(code)}>
                  收回
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

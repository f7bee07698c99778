import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { ROLE_NAMES } from "../../../shared/people/roles";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { instantWords } from "../stations/row-words";

/** What was sent and nobody used yet; each can be taken back. */
export function OpenInvitations() {
  const { message } = App.useApp();
  const open = useQuery({
    queryKey: ["invitations"],
    queryFn: async () => (await callApi("GET /invitations", {})).invitations,
  });
  if (open.isError) return <p role="alert">{failureWords(open.error)}</p>;
  if (open.data === undefined || open.data.length === 0) return null;
  const takeBack = async (code: string) => {
    await callApi("DELETE /invitations/:code", { code }).catch((error: unknown) => message.error(failureWords(error)));
    await open.refetch();
  };
  return (
    <details className="no-print">
      <summary>
        <h2 className="in-line">发出去、还没人用的邀请 {open.data.length}</h2>
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">邀请码</th>
            <th scope="col">名字</th>
            <th scope="col">管哪里</th>
            <th scope="col">到什么时候</th>
            <th scope="col">
              <span className="sr-only">收回邀请</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {open.data.map(({ code, name, role, stations, reach, expiresAt }) => (
            <tr key={code}>
              <td>
                <span className="short-code">{code}</span>
              </td>
              <td>{name ?? "没写名字"}</td>
              <td>
                {role === "keeper"
                  ? stations.map((station) => station.name).join("、")
                  : `${ROLE_NAMES[role]}：${reach.join("、")}`}
              </td>
              <td>{instantWords(expiresAt)} 前有效</td>
              <td>
                <Button
                  size="small"
                  aria-label={`收回给${name ?? "没写名字的人"}的邀请`}
                  onClick={() => void takeBack(code)}
                >
                  收回
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

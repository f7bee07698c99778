import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Button, Input, Popconfirm } from "antd";
import type { RoleHolder } from "../../../shared/people/invitation";
import { ROLE_NAMES } from "../../../shared/people/roles";
import { dateWords } from "../../../shared/stations/hours-words";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { daysSince } from "../stations/row-words";
import { ROWS_KEY, useDeskRows } from "../stations/use-desk-rows";
import type { PeopleSearch } from "./people-search";
import { PEOPLE_KEY } from "./use-people";

/** Who is not seen for longer may have left. */
const AWAY_DAYS = 30;
/** Of somebody who keeps many. */
const MOST_NAMED = 3;

/** Who holds a role, since when, and when they were last here. */
export function PeopleTable({ people, search }: { people: readonly RoleHolder[]; search: PeopleSearch }) {
  const navigate = useNavigate({ from: "/people" });
  const { asOf } = useDeskRows();
  const away = people.filter((person) => isAway(person, asOf));
  const asked = search.show === "away" ? away : people;
  const shown = asked.filter((person) => isFound(person, search.q ?? ""));
  const change = (changed: Partial<PeopleSearch>) =>
    void navigate({
      search: (before: PeopleSearch) =>
        Object.fromEntries(Object.entries({ ...before, ...changed }).filter(([, value]) => value !== undefined)),
    });
  if (people.length === 0) return <p className="quiet">还没有。把名单贴在上面，邀请他们来。</p>;
  return (
    <section className="no-print" aria-label="管着驿站的人">
      <div className="filters">
        <Input.Search
          allowClear
          aria-label="找人"
          placeholder="名字、驿站"
          key={search.q ?? ""}
          defaultValue={search.q}
          onSearch={(q) => change({ q: q.trim() || undefined })}
          style={{ width: 220 }}
        />
        <button
          type="button"
          className={search.show === "away" ? "chip is-on" : "chip"}
          aria-pressed={search.show === "away"}
          onClick={() => change({ show: search.show === "away" ? undefined : "away" })}
        >
          {AWAY_DAYS} 天没来过 {away.length}
        </button>
        <span className="quiet">{shown.length} 位</span>
      </div>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">名字</th>
            <th scope="col">身份</th>
            <th scope="col">管哪里</th>
            <th scope="col">从哪天起</th>
            <th scope="col">上次来</th>
            <th scope="col">
              <span className="sr-only">收回身份</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((person) => (
            <Person key={person.id} person={person} now={asOf} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Person({ person, now }: { person: RoleHolder; now: number }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { name, roles, stations, reach, viewReach, since, lastSeenOn } = person;
  const revoke = async (role: RoleHolder["roles"][number]) => {
    try {
      await callApi("DELETE /people/:id/roles/:role", { id: person.id, role });
      await Promise.all([PEOPLE_KEY, ROWS_KEY].map((queryKey) => queries.invalidateQueries({ queryKey })));
    } catch (error) {
      message.error(failureWords(error));
    }
  };
  return (
    <tr>
      <td>{name}</td>
      <td>{roles.map((role) => ROLE_NAMES[role]).join("、")}</td>
      <td>{placesWords([...stations.map((station) => station.name), ...reach, ...viewReach])}</td>
      <td>{since === null ? <span className="quiet">没记</span> : dayOf(since)}</td>
      <td className={isAway(person, now) ? "wrong" : undefined}>{seenWords(lastSeenOn, now)}</td>
      <td>
        {roles.map((role) => (
          <Popconfirm
            key={role}
            title={`收回${name}的${ROLE_NAMES[role]}身份？`}
            okText="收回"
            onConfirm={() => void revoke(role)}
          >
            <Button size="small" aria-label={`收回${ROLE_NAMES[role]}：${name}`}>
              收回{ROLE_NAMES[role]}
            </Button>
          </Popconfirm>
        ))}
      </td>
    </tr>
  );
}

function placesWords(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join("、") + (rest > 0 ? ` 等 ${names.length} 个` : "");
}

function isFound({ name, stations }: RoleHolder, words: string): boolean {
  return name.includes(words) || stations.some((station) => station.name.includes(words));
}

/** Days are of the machine's clock, as sign-ins are. */
function daysAway(lastSeenOn: string, now: number): number {
  return daysSince(`${lastSeenOn}T00:00:00+08:00`, now) ?? 0;
}

function isAway({ lastSeenOn }: RoleHolder, now: number): boolean {
  return lastSeenOn !== null && daysAway(lastSeenOn, now) >= AWAY_DAYS;
}

function seenWords(lastSeenOn: string | null, now: number): string {
  if (lastSeenOn === null) return "没来过";
  const days = daysAway(lastSeenOn, now);
  if (days === 0) return "今天";
  return days < AWAY_DAYS ? `${days} 天前` : `! ${days} 天前`;
}

function dayOf(instant: string): string {
  return dateWords(new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10));
}

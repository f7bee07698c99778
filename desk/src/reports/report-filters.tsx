import { REPORT_WORDS } from "../../../miniapp/src/features/trust/trust-words";
import { TASK_STATE_NAMES } from "../../../shared/trust/task-state-names";
import { TASK_STATES } from "../../../shared/trust/task-states";
import { Pick } from "../parts/pick";
import { usePeople } from "../people/use-people";
import { useDeskRows } from "../stations/use-desk-rows";
import { REPORT_KINDS, type ReportsSearch, readReportsSearch } from "./reports-search";

const ANY = "";
const AGES = [1, 3, 7, 14, 30];

/** What the tasks are filtered by: each lands in the address. */
export function ReportFilters({
  search,
  onChange,
}: {
  search: ReportsSearch;
  onChange: (change: Partial<ReportsSearch>) => void;
}) {
  const { rows } = useDeskRows();
  const { people } = usePeople();
  const districts = new Map(
    rows.flatMap(({ district }) => (district.code === null ? [] : [[district.code, district.text]])),
  );
  const stations = rows.filter(({ openTasks, id }) => openTasks > 0 || id === search.station);
  const pick = (name: keyof ReportsSearch) => (value: string) => {
    const asked = name === "older" ? Number(value) : value;
    onChange({ [name]: undefined, ...(value === ANY ? {} : readReportsSearch({ [name]: asked })) });
  };
  return (
    <section className="filters" aria-label="筛选">
      <Pick
        label="进展"
        value={search.state ?? ANY}
        options={[
          [ANY, "没办完的"],
          ...TASK_STATES.map((state) => [state, TASK_STATE_NAMES[state]] as const),
          ["all", "全部"],
        ]}
        onPick={pick("state")}
      />
      <Pick
        label="什么事"
        value={search.kind ?? ANY}
        options={[[ANY, "都看"], ...REPORT_KINDS.map((kind) => [kind, REPORT_WORDS[kind]] as const)]}
        onPick={pick("kind")}
      />
      <Pick
        label="区"
        value={search.district ?? ANY}
        options={[[ANY, "都看"], ...[...districts].map(([code = "", text = ""]) => [code, text] as const)]}
        onPick={pick("district")}
      />
      <Pick
        label="驿站"
        value={search.station ?? ANY}
        options={[[ANY, "都看"], ...stations.map(({ id, name }) => [id, name] as const)]}
        onPick={pick("station")}
      />
      <Pick
        label="多久了"
        value={String(search.older ?? ANY)}
        options={[[ANY, "都看"], ...AGES.map((days) => [String(days), `${days} 天以上`] as const)]}
        onPick={pick("older")}
      />
      <Pick
        label="谁在办"
        value={search.who ?? ANY}
        options={[
          [ANY, "都看"],
          ["none", "还没定谁办"],
          ["me", "我"],
          ...people.map(({ id, name }) => [id, name] as const),
        ]}
        onPick={pick("who")}
      />
      <Pick
        label="等配件"
        value={search.waiting ?? ANY}
        options={[
          [ANY, "都看"],
          ["yes", "在等的"],
          ["no", "不用等的"],
        ]}
        onPick={pick("waiting")}
      />
    </section>
  );
}

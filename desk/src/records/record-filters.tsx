import { AUDIT_SUBJECTS } from "../../../shared/audit/audit-entry";
import { SUBJECT_WORDS } from "../../../shared/audit/audit-words";
import { Pick } from "../parts/pick";
import { usePeople } from "../people/use-people";
import { useDeskRows } from "../stations/use-desk-rows";
import type { RecordsSearch } from "./records-search";

const ANY = "";

/** What the record is filtered by: each lands in the address. */
export function RecordFilters({
  search,
  onChange,
}: {
  search: RecordsSearch;
  onChange: (change: Record<string, string | undefined>) => void;
}) {
  const { rows } = useDeskRows();
  const { people } = usePeople();
  const set = (name: keyof RecordsSearch) => (value: string) => onChange({ [name]: value === ANY ? undefined : value });
  const day = (name: "from" | "to", label: string) => (
    <label className="pick">
      {label}
      <input type="date" value={search[name] ?? ""} onChange={({ target }) => set(name)(target.value)} />
    </label>
  );
  return (
    <section className="filters" aria-label="筛选">
      <Pick
        label="谁"
        value={search.who ?? ANY}
        options={[[ANY, "所有人"], ...people.map(({ id, name }) => [id, name] as const)]}
        onPick={set("who")}
      />
      <Pick
        label="驿站"
        value={search.station ?? ANY}
        options={[[ANY, "所有驿站"], ...rows.map(({ id, name }) => [id, name] as const)]}
        onPick={set("station")}
      />
      <Pick
        label="对什么"
        value={search.kind ?? ANY}
        options={[[ANY, "都看"], ...AUDIT_SUBJECTS.map((kind) => [kind, SUBJECT_WORDS[kind]] as const)]}
        onPick={set("kind")}
      />
      {day("from", "从")}
      {day("to", "到")}
    </section>
  );
}

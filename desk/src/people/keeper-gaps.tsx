import { Link } from "@tanstack/react-router";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import type { RoleHolder } from "../../../shared/people/invitation";
import { useDeskRows } from "../stations/use-desk-rows";

/** More than this is a matter for the table. */
const MOST_LISTED = 40;

/**
 * Stations that nobody keeps, and those where nobody stands in for the one keeper; one click begins the list to
 * invite.
 */
export function KeeperGaps({ people, isPending }: { people: readonly RoleHolder[]; isPending: boolean }) {
  const { rows, isLoading } = useDeskRows();
  if (isLoading || isPending || rows.length === 0) return null;
  const keepers = new Map<string, number>();
  for (const { stations } of people) for (const { id } of stations) keepers.set(id, (keepers.get(id) ?? 0) + 1);
  const without = rows.filter(({ id }) => !keepers.has(id));
  const alone = rows.filter(({ id }) => keepers.get(id) === 1);
  return (
    <section className="no-print" aria-label="缺人的驿站">
      <ul className="doors">
        <Gap rows={without} label="没有站长" />
        <Gap rows={alone} label="只有一位站长，没人替班" />
      </ul>
    </section>
  );
}

function Gap({ rows, label }: { rows: readonly DeskRow[]; label: string }) {
  return (
    <li className={rows.length === 0 ? "door is-done" : "door"}>
      <strong>{rows.length}</strong>
      <span>{label}</span>
      {rows.length === 0 ? null : (
        <Link className="gap-link" to="/people" search={{ invite: rows.slice(0, MOST_LISTED).map(nameOf).join("\n") }}>
          列出来，填名字邀请
        </Link>
      )}
    </li>
  );
}

function nameOf({ code, name }: DeskRow): string {
  return code ?? name;
}

import { useSearch } from "@tanstack/react-router";
import { Failed } from "../parts/failed";
import { InviteMany } from "./invite-many";
import { InviteViewer } from "./invite-viewer";
import { KeeperGaps } from "./keeper-gaps";
import { OpenInvitations } from "./open-invitations";
import type { PeopleSearch } from "./people-search";
import { PeopleTable } from "./people-table";
import { usePeople } from "./use-people";

/** Who keeps what and since when, which stations nobody keeps, who is invited, and inviting many at once. */
export function PeoplePage() {
  const search: PeopleSearch = useSearch({ from: "/people" });
  const { people, isError, isPending, error, refetch } = usePeople();
  return (
    <div className="page">
      <h1>人员</h1>
      <KeeperGaps people={people} isPending={isPending} />
      <InviteMany start={search.invite ?? ""} />
      <InviteViewer />
      <OpenInvitations />
      <h2 className="no-print">现在管着驿站的人</h2>
      {isPending ? <p className="quiet">正在取名单…</p> : null}
      {isError ? <Failed error={error} reset={() => void refetch()} /> : null}
      {!isPending && !isError ? <PeopleTable people={people} search={search} /> : null}
    </div>
  );
}

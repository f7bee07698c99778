import { useState } from "react";
import type { RoleHolder } from "../../../shared/people/invitation";
import { ROLE_NAMES } from "../../../shared/people/roles";
import { AskDialog } from "../parts/ask-dialog";
import { Pick } from "../parts/pick";
import { usePeople } from "../people/use-people";
import type { DispatchDialogProps } from "./dispatch-dialog-props";

/** Gives tasks to a keeper of their stations, to a colleague, or back to whoever comes first. */
export function AssignDialog({ chosen, onClose, onSend }: DispatchDialogProps) {
  const { people, isPending } = usePeople();
  const asked = candidates(people, new Set(chosen.map(({ stationId }) => stationId)));
  const [picked, setPicked] = useState<string | null>(null);
  const userId = picked ?? asked[0]?.id ?? "";
  const name = asked.find(({ id }) => id === userId)?.name ?? "";
  const send = () =>
    void onSend(
      { act: "assign", userId: userId === "" ? null : userId },
      userId === "" ? "{n} 件不再指定谁办" : `把 {n} 件交给了${name}`,
    );
  return (
    <AskDialog
      title={`${chosen.length} 件交给谁办`}
      okText="交给他"
      okButtonProps={{ disabled: isPending }}
      onOk={send}
      onCancel={onClose}
    >
      {isPending ? <p className="quiet">正在取名单…</p> : null}
      <Pick
        label="谁来办"
        value={userId}
        options={[
          ...asked.map(({ id, name: called, roles }) => [id, `${called}(${roleWords(roles)})`] as const),
          ["", "不指定，谁有空谁办"],
        ]}
        onPick={setPicked}
      />
      <p className="quiet">站长只办得了自己管的站；管不到的，存的时候会说。</p>
    </AskDialog>
  );
}

/** Keepers of any of the stations first, then colleagues. */
function candidates(people: readonly RoleHolder[], stations: ReadonlySet<string>): RoleHolder[] {
  const keepers = people.filter((person) => person.stations.some(({ id }) => stations.has(id)));
  const officers = people.filter((person) => person.roles.includes("officer") && !keepers.includes(person));
  return [...keepers, ...officers];
}

function roleWords(roles: RoleHolder["roles"]): string {
  return roles.map((role) => ROLE_NAMES[role]).join("、");
}

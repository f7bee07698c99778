import { App, Input } from "antd";
import { useState } from "react";
import {
  type Asked,
  DESK_FORMS,
  type DeskDraft,
  type DeskMove,
  inputOf,
} from "../../../miniapp/src/features/wishes/desk/desk-moves";
import type { WishView } from "../../../shared/wishes/wish-answer";
import { LONGEST_WISH_CARD, LONGEST_WISH_WORDS } from "../../../shared/wishes/wish-limits";
import { wishNumber } from "../../../shared/wishes/wish-number";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { AskDialog } from "../parts/ask-dialog";
import { useDeskRows } from "../stations/use-desk-rows";

const FIELDS: Record<Exclude<Asked, "reason" | "station">, { label: string; longest: number }> = {
  words: { label: "再说一句(可以不填)", longest: LONGEST_WISH_WORDS },
  question: { label: "问什么", longest: LONGEST_WISH_WORDS },
  unit: { label: "哪个单位来办(不填就是自己办)", longest: 30 },
  window: { label: "什么时候能拿(可以不填)", longest: 60 },
  cost: { label: "大概多少元(可以不填)", longest: 8 },
  card: { label: "墙上的卡片(不写姓名、电话；可以不填)", longest: LONGEST_WISH_CARD },
  code: { label: "取货码(没有就不填)", longest: 12 },
};

interface MoveDialogProps {
  wish: WishView;
  move: DeskMove;
  onClose: () => void;
  onMoved: (words: string) => void;
}

/** One move of a wish with what it asks for, from the version that is on the screen. */
export function MoveDialog({ wish, move, onClose, onMoved }: MoveDialogProps) {
  const { message } = App.useApp();
  const { name, about, asks, reasons = [] } = DESK_FORMS[move];
  const [draft, setDraft] = useState<DeskDraft>({
    card: wish.card ?? "",
    cost: wish.costYuan === null ? "" : String(wish.costYuan),
    reason: reasons[0]?.key ?? "",
  });
  const input = inputOf(move, draft);
  const send = async () => {
    if (input === null) return;
    try {
      await callApi(`POST /wishes/:id/${move}`, { id: wish.id, version: wish.version, ...input });
      onMoved(`${wishNumber(wish.id)} ${name}`);
    } catch (error) {
      message.error(failureWords(error));
    }
  };
  const change = (asked: Asked) => (value: string) => setDraft((before) => ({ ...before, [asked]: value }));
  return (
    <AskDialog
      title={`${name}：${wishNumber(wish.id)}`}
      okText={`确定${name}`}
      okButtonProps={{ disabled: input === null }}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <p>{about}</p>
      {asks
        .filter((asked) => asked !== "card" || wish.public)
        .map((asked) => (
          <Field
            key={asked}
            asked={asked}
            reasons={reasons}
            value={draft[asked] ?? ""}
            stationId={wish.station.id}
            onChange={change(asked)}
            onEnter={() => void send()}
          />
        ))}
    </AskDialog>
  );
}

interface FieldProps {
  asked: Asked;
  reasons: readonly { key: string; label: string }[];
  value: string;
  stationId: string;
  onChange: (value: string) => void;
  onEnter: () => void;
}

function Field({ asked, reasons, value, stationId, onChange, onEnter }: FieldProps) {
  const { rows } = useDeskRows();
  const id = `move-${asked}`;
  if (asked === "reason" || asked === "station") {
    const options =
      asked === "reason"
        ? reasons.map(({ key, label }) => [key, label] as const)
        : rows.map((row) => [row.id, row.name] as const);
    return (
      <div className="field">
        <label htmlFor={id}>{asked === "reason" ? "为什么、转去哪里" : "放在哪个站"}</label>
        <select
          id={id}
          value={asked === "station" && value === "" ? stationId : value}
          onChange={({ target }) => onChange(target.value)}
        >
          {options.map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </div>
    );
  }
  const { label, longest } = FIELDS[asked];
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        maxLength={longest}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onPressEnter={onEnter}
      />
    </div>
  );
}

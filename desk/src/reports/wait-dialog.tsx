import { Button, Input } from "antd";
import { useState } from "react";
import { beijingDate, beijingDayNumber } from "../../../shared/common/time";
import { dateWords } from "../../../shared/stations/hours-words";
import { AskDialog } from "../parts/ask-dialog";
import { useDeskRows } from "../stations/use-desk-rows";
import type { DispatchDialogProps } from "./dispatch-dialog-props";

const USUAL_DAYS = [3, 7, 14];

/** Until which day a part is waited for; until then the tasks are not overdue. */
export function WaitDialog({ chosen, onClose, onSend }: DispatchDialogProps) {
  const { asOf } = useDeskRows();
  const today = beijingDayNumber(asOf);
  const [until, setUntil] = useState(beijingDate(today + 7));
  const send = () => until !== "" && void onSend({ act: "wait", until }, `{n} 件等配件到 ${dateWords(until)}`);
  return (
    <AskDialog
      title={`${chosen.length} 件等配件`}
      okText="就等到这天"
      okButtonProps={{ disabled: until === "" }}
      onOk={send}
      onCancel={onClose}
    >
      <label htmlFor="wait-until">配件哪天到</label>
      <Input
        id="wait-until"
        type="date"
        min={beijingDate(today)}
        value={until}
        onChange={({ target }) => setUntil(target.value)}
        onPressEnter={send}
      />
      <p className="views">
        {USUAL_DAYS.map((days) => (
          <Button key={days} size="small" onClick={() => setUntil(beijingDate(today + days))}>
            {days} 天后
          </Button>
        ))}
        <Button size="small" onClick={() => void onSend({ act: "wait", until: null }, "{n} 件不再等配件")}>
          不用等了
        </Button>
      </p>
      <p className="quiet">到这天为止不算超期。</p>
    </AskDialog>
  );
}

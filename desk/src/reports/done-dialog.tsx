import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { REPORT_LIMITS } from "../../../shared/common/field-limits";
import { AskDialog } from "../parts/ask-dialog";
import type { DispatchDialogProps } from "./dispatch-dialog-props";

const USUAL = ["修好了", "门开着，站里确认过", "资料改好了", "去看过，没有问题"];

/** One answer to many; each reporter reads it. */
export function AnswerDialog({ chosen, onClose, onSend }: DispatchDialogProps) {
  const [done, setDone] = useState(USUAL[0] ?? "");
  const broken = chosen.filter(({ kind }) => kind === "amenity_broken").length;
  const [works, setWorks] = useState(true);
  const send = () => {
    if (done.trim() === "") return;
    void onSend({ act: "resolve", done: done.trim(), amenityWorks: broken > 0 && works }, "答复了 {n} 件");
  };
  return (
    <AskDialog
      title={`一起答复 ${chosen.length} 件`}
      okText={`答复 ${chosen.length} 件`}
      okButtonProps={{ disabled: done.trim() === "" }}
      onOk={send}
      onCancel={onClose}
    >
      <p>报的人会看到这句话。</p>
      <label htmlFor="answer-words">做了什么</label>
      <Input
        id="answer-words"
        maxLength={REPORT_LIMITS.done}
        value={done}
        onChange={({ target }) => setDone(target.value)}
        onPressEnter={send}
      />
      <p className="views">
        {USUAL.map((words) => (
          <Button key={words} size="small" onClick={() => setDone(words)}>
            {words}
          </Button>
        ))}
      </p>
      {broken === 0 ? null : (
        <Checkbox checked={works} onChange={({ target }) => setWorks(target.checked)}>
          其中 {broken} 样报坏的设施，现在都好了
        </Checkbox>
      )}
    </AskDialog>
  );
}

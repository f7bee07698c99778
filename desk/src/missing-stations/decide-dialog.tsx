import { App, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { MISSING_STATION_LIMITS } from "../../../shared/common/field-limits";
import type { AskedStationItem } from "../../../shared/missing-stations/missing-station";
import { MISSING_ANSWERS, MISSING_STATE_WORDS, needWords } from "../../../shared/missing-stations/needs";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { whereWords } from "./missing-words";

interface AnswerDialogProps {
  missing: AskedStationItem | null;
  onClose: () => void;
  onAnswered: () => Promise<void>;
}

/** What comes of it, and why: everybody who asked reads it. */
export function AnswerDialog({ missing, ...props }: AnswerDialogProps) {
  return missing === null ? null : <Answer key={missing.id} missing={missing} {...props} />;
}

function Answer({ missing, onClose, onAnswered }: AnswerDialogProps & { missing: AskedStationItem }) {
  const { message } = App.useApp();
  const [state, setState] = useState<(typeof MISSING_ANSWERS)[number]>("planned");
  const [why, setWhy] = useState(missing.why ?? "");
  const [isSending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    try {
      await callApi("POST /missing-stations/:id/answer", { id: missing.id, state, why: why.trim() });
      await onAnswered();
    } catch (error) {
      message.error(failureWords(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title={`回话：缺${needWords(missing.need)}`}
      onCancel={onClose}
      onOk={() => void send()}
      okText={`回给 ${missing.people} 个人`}
      cancelText="先不回"
      okButtonProps={{ disabled: why.trim() === "", loading: isSending }}
    >
      <p>{whereWords(missing)}</p>
      <Radio.Group
        aria-label="怎么办"
        value={state}
        onChange={({ target }) => setState(target.value)}
        options={MISSING_ANSWERS.map((value) => ({ value, label: MISSING_STATE_WORDS[value] }))}
      />
      <p className="above-field">说一句：什么时候开、开在哪，或者为什么开不了</p>
      <Input.TextArea
        aria-label="说一句"
        maxLength={MISSING_STATION_LIMITS.why}
        rows={3}
        value={why}
        onChange={({ target }) => setWhy(target.value)}
      />
    </Modal>
  );
}

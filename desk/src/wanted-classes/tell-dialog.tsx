import { App, Modal, Radio } from "antd";
import { useState } from "react";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import type { WantedItem } from "./wanted-item";

interface TellDialogProps {
  wanted: WantedItem | null;
  onClose: () => void;
  onTold: () => void;
}

/** Which course it is: chosen and confirmed here, since everybody who wanted it is told. */
export function TellDialog({ wanted, ...props }: TellDialogProps) {
  return wanted === null ? null : <Tell key={`${wanted.district} ${wanted.subject}`} wanted={wanted} {...props} />;
}

function Tell({ wanted, onClose, onTold }: TellDialogProps & { wanted: WantedItem }) {
  const { message } = App.useApp();
  const { district, subject, label, people, courses } = wanted;
  const [courseId, choose] = useState(courses.find(({ fits }) => fits)?.id ?? null);
  const [isSending, setSending] = useState(false);
  const send = async () => {
    if (courseId === null) return;
    setSending(true);
    try {
      const { told } = await callApi("POST /wanted-classes/opened", { district, subject, courseId });
      message.success(`告诉了 ${told} 个人`);
      onTold();
      onClose();
    } catch (error) {
      message.error(failureWords(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title={`想学${label}：是哪门课？`}
      onCancel={onClose}
      onOk={() => void send()}
      okText={`就是这门课，告诉 ${people} 个人`}
      cancelText="先不告诉"
      okButtonProps={{ disabled: courseId === null, loading: isSending }}
    >
      <Radio.Group
        aria-label="哪门课"
        value={courseId}
        onChange={({ target }) => choose(target.value)}
        style={{ display: "grid", rowGap: 8 }}
        options={courses.map(({ id, title, scheduleWords, venueName, fits }) => ({
          value: id,
          label: `${title}${fits ? "（像）" : ""} · ${scheduleWords} · ${venueName}`,
        }))}
      />
    </Modal>
  );
}

import { useState } from "react";
import { WISH_REASONS } from "../../../shared/wishes/wish-reasons";
import { AskDialog } from "../parts/ask-dialog";
import { Pick } from "../parts/pick";

/** One reason for many. */
export function RejectMany({
  count,
  onClose,
  onReject,
}: {
  count: number;
  onClose: () => void;
  onReject: (reason: string) => void;
}) {
  const [reason, setReason] = useState<string>(WISH_REASONS.reject[0].key);
  return (
    <AskDialog
      title={`不同意 ${count} 个`}
      okText={`不同意 ${count} 个`}
      onOk={() => onReject(reason)}
      onCancel={onClose}
    >
      <p>原因会告诉本人。</p>
      <Pick
        label="为什么"
        value={reason}
        options={WISH_REASONS.reject.map(({ key, label }) => [key, label] as const)}
        onPick={setReason}
      />
    </AskDialog>
  );
}

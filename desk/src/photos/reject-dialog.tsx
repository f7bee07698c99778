import { Button, Input } from "antd";
import { useState } from "react";
import { PHOTO_REASON_LIMIT } from "../../../shared/common/field-limits";
import { AskDialog } from "../parts/ask-dialog";
import { useKeys } from "../parts/use-keys";
import { photoWords, type WaitingPhoto } from "./waiting-photo";

/** What is mostly wrong with a photo. */
const USUAL = ["看不清", "拍到人脸了", "不是这个驿站", "拍的不是要拍的地方", "内容不合适"];

/** Why a photo may not be shown: by a number key, or in words of one's own. */
export function RejectDialog({
  of,
  onClose,
  onReject,
}: {
  of: WaitingPhoto;
  onClose: () => void;
  onReject: (reason: string) => void;
}) {
  const [words, setWords] = useState("");
  // A number works where the focus is on a button too.
  useKeys(true, Object.fromEntries(USUAL.map((reason, index) => [String(index + 1), () => onReject(reason)])));
  return (
    <AskDialog
      title={`不通过：${photoWords(of)}`}
      okText="不通过"
      okButtonProps={{ disabled: words.trim() === "" }}
      onOk={() => onReject(words.trim())}
      onCancel={onClose}
    >
      <p>拍照的站长会看到原因。按数字选一个，或者自己写。</p>
      <ol className="reasons">
        {USUAL.map((reason, index) => (
          <li key={reason}>
            <Button onClick={() => onReject(reason)}>
              {index + 1} {reason}
            </Button>
          </li>
        ))}
      </ol>
      <Input
        aria-label="自己写原因"
        placeholder="自己写原因"
        maxLength={PHOTO_REASON_LIMIT}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(event) => {
          const usual = words === "" ? USUAL[Number(event.key) - 1] : undefined;
          if (usual === undefined) return;
          event.preventDefault();
          onReject(usual);
        }}
        onPressEnter={() => words.trim() !== "" && onReject(words.trim())}
      />
    </AskDialog>
  );
}

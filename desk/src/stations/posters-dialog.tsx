import { useQueryClient } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useEffect, useRef, useState } from "react";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import type { LongWorkAnswer } from "../../../shared/long-work/long-work";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { follow } from "../long-work/follow";
import { WorkFiles } from "../long-work/work-files";

interface PostersDialogProps {
  rows: readonly DeskRow[];
  onClose: () => void;
}

/** The posters of some stations, drawn one after the other into PDFs to be printed. It goes on where nobody waits. */
export function PostersDialog({ rows, onClose }: PostersDialogProps) {
  const [work, setWork] = useState<LongWorkAnswer | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const waiting = useRef(new AbortController());
  useEffect(() => () => waiting.current.abort(), []);
  const queries = useQueryClient();
  const begin = async () => {
    setFailure(null);
    try {
      const begun = await callApi("POST /stations/posters", { stationIds: rows.map(({ id }) => id) });
      void queries.invalidateQueries({ queryKey: ["long-work"] });
      await follow(begun, setWork, waiting.current.signal);
    } catch (error) {
      setFailure(error);
    }
  };
  const stop = async () => {
    waiting.current.abort();
    if (work?.state === "under-way") {
      await callApi("POST /long-work/:id/cancel", { id: work.id }).catch(() => undefined);
    }
    onClose();
  };
  const isUnderWay = work?.state === "under-way";
  return (
    <Modal
      open
      title={`画 ${rows.length} 个驿站的海报`}
      onCancel={onClose}
      footer={
        work === null ? (
          <Button type="primary" onClick={() => void begin()}>
            开始画
          </Button>
        ) : (
          <>
            {isUnderWay ? <Button onClick={() => void stop()}>不画了</Button> : null}
            <Button type="primary" onClick={onClose}>
              {isUnderWay ? "先去忙别的" : "关上"}
            </Button>
          </>
        )
      }
    >
      <p className="quiet">一个驿站一页 A4。画的时候可以关上，一天之内在「今天」里还找得到。</p>
      {failure === null ? null : (
        <p className="wrong" role="alert">
          {failureWords(failure)}
        </p>
      )}
      {work === null ? null : <WorkFiles work={work} />}
    </Modal>
  );
}

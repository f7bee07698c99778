import { useQueryClient } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useEffect, useRef, useState } from "react";
import type { LongWorkAnswer } from "../../../shared/long-work/long-work";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { follow } from "./follow";
import { WorkFiles } from "./work-files";

interface WorkDialogProps {
  title: string;
  /** What is made. */
  words: string;
  /** What the buttons say that begin it and stop it. */
  beginWords: string;
  stopWords: string;
  begin: () => Promise<LongWorkAnswer>;
  onClose: () => void;
}

/** Begins long work, tells how far it is and gives its files. It goes on where nobody waits. */
export function WorkDialog({ title, words, beginWords, stopWords, begin, onClose }: WorkDialogProps) {
  const [work, setWork] = useState<LongWorkAnswer | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const waiting = useRef(new AbortController());
  useEffect(() => () => waiting.current.abort(), []);
  const queries = useQueryClient();
  const start = async () => {
    setFailure(null);
    try {
      const begun = await begin();
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
      title={title}
      onCancel={onClose}
      footer={
        work === null ? (
          <Button type="primary" onClick={() => void start()}>
            {beginWords}
          </Button>
        ) : (
          <>
            {isUnderWay ? <Button onClick={() => void stop()}>{stopWords}</Button> : null}
            <Button type="primary" onClick={onClose}>
              {isUnderWay ? "先去忙别的" : "关上"}
            </Button>
          </>
        )
      }
    >
      <p className="quiet">{words}</p>
      {failure === null ? null : (
        <p className="wrong" role="alert">
          {failureWords(failure)}
        </p>
      )}
      {work === null ? null : <WorkFiles work={work} />}
    </Modal>
  );
}

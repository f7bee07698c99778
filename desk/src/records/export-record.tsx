import { Button } from "antd";
import { useState } from "react";
import type { LongWorkAnswer } from "../../../shared/long-work/long-work";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { follow } from "../long-work/follow";
import { WorkFiles } from "../long-work/work-files";
import { askedOf, type RecordsSearch } from "./records-search";

/** The record as filtered, written into a sheet by the server; its files lie there for a day. */
export function ExportRecord({ search }: { search: RecordsSearch }) {
  const [work, setWork] = useState<LongWorkAnswer | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const isBusy = work?.state === "under-way";
  const save = async () => {
    setWrong(null);
    try {
      await follow(await callApi("POST /audit/exports", { ...askedOf(search), format: "xlsx" }), setWork);
    } catch (error) {
      setWork(null);
      setWrong(failureWords(error));
    }
  };
  return (
    <div className="no-print">
      <Button onClick={() => void save()} loading={isBusy}>
        导出 Excel
      </Button>
      {wrong === null ? null : (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      {work === null ? null : <WorkFiles work={work} />}
    </div>
  );
}

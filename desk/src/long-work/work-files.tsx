import { Button, Progress } from "antd";
import type { LongWorkAnswer } from "../../../shared/long-work/long-work";
import { fetchFile } from "../http/api";
import { saveFile } from "../parts/save-file";
import { belowApi } from "./follow";

/** How far a long piece of work is, and the files there are so far. */
export function WorkFiles({ work }: { work: LongWorkAnswer }) {
  const { state, done, total, files, failure } = work;
  return (
    <div role="status">
      {state === "under-way" ? (
        <Progress
          aria-label="做了多少"
          percent={Math.round((done / Math.max(1, total ?? done)) * 100)}
          format={() => (total === null ? `${done}` : `${done} / ${total}`)}
        />
      ) : null}
      {failure === null ? null : <p className="wrong">{failure}</p>}
      {files.map(({ name, path }) => (
        <p key={path}>
          <Button onClick={() => void fetchFile(belowApi(path)).then((file) => saveFile(file, name))}>
            下载 {name}
          </Button>
        </p>
      ))}
    </div>
  );
}

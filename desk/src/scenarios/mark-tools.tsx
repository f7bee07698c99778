import { App, Button, Input } from "antd";
import { useState } from "react";
import { type Datum, type MapPoint, toGcj02 } from "../../../shared/common/place";
import { Pick } from "../parts/pick";
import { DATUM_WORDS, readPoint } from "../stations/read-pasted-point";
import type { Question } from "./scenario-search";
import { MARK_WORDS, type Mark } from "./scenario-words";

const TOOLS = [...MARK_WORDS, ["none", "擦掉标记"]] as const;
export type Tool = Mark | "none";

/** What a click on the map marks; or coordinates that are pasted. */
export function MarkTools({
  tool,
  question,
  onTool,
  onPoint,
}: {
  tool: Tool;
  question: Question;
  onTool: (tool: Tool) => void;
  /** Says whether there is a cell. */
  onPoint: (point: MapPoint) => boolean;
}) {
  const { message } = App.useApp();
  const [text, setText] = useState("");
  const [datum, setDatum] = useState<Datum>("gcj02");
  const put = () => {
    const point = readPoint(text);
    if (point === null) return void message.error("读不出两个坐标，要像 34.7603,113.6612 这样");
    if (onPoint(toGcj02(point, datum))) setText("");
    else message.error("这里不在服务圈的格子里：离驿站都超过 2.5 公里");
  };
  return (
    <div className="mark-tools">
      <span aria-hidden="true">点地图标：</span>
      {TOOLS.map(([one, words]) => (
        <button
          key={one}
          type="button"
          className={tool === one ? "chip is-on" : "chip"}
          aria-pressed={tool === one}
          onClick={() => onTool(one)}
        >
          {words}
          {one === "none" || question[one].length === 0 ? "" : ` ${question[one].length}`}
        </button>
      ))}
      <Input
        aria-label="粘贴坐标"
        placeholder="或者粘贴坐标"
        value={text}
        style={{ width: 170 }}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={put}
      />
      <Pick
        label="来自"
        value={datum}
        options={Object.entries(DATUM_WORDS)}
        onPick={(picked) => {
          if (picked in DATUM_WORDS) setDatum(picked as Datum);
        }}
      />
      <Button disabled={text.trim() === "" || tool === "none"} onClick={put}>
        标上
      </Button>
    </div>
  );
}

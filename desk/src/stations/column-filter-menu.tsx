import { Button, Input } from "antd";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import { type ColumnFilter, choicesAmong, readFilter, writeFilter } from "./column-filter";
import { COLUMN_BY_KEY, type Column, type RowContext } from "./table-columns";

/** The column whose heading was asked, and where that stands. */
export interface AskedColumn {
  key: string;
  heading: DOMRect;
}

interface ColumnFilterMenuProps {
  asked: AskedColumn;
  rows: readonly DeskRow[];
  context: RowContext;
  /** As the address holds it; absent: the column keeps nothing back. */
  filter: string | undefined;
  onFilter: (filter: string | undefined) => void;
  onClose: () => void;
}

const WIDTH = 280;
const MOST_CHOICES = 200;
const USUAL_DAYS = "30";

/** What a column is to keep, below its heading: words, nothing, some of few words, or what is long ago. */
export function ColumnFilterMenu({ asked, rows, context, filter, onFilter, onClose }: ColumnFilterMenuProps) {
  const column = COLUMN_BY_KEY.get(asked.key);
  const box = useRef<HTMLDivElement>(null);
  useClosing(box, onClose);
  if (column === undefined) return null;
  const set = (next: ColumnFilter | null) => {
    onFilter(next === null ? undefined : writeFilter(next));
    onClose();
  };
  const left = Math.max(8, Math.min(asked.heading.left, innerWidth - WIDTH - 8));
  const top = asked.heading.bottom + 2;
  const now = filter === undefined ? null : readFilter(filter);
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={`筛${column.label}`}
      className="column-filter"
      style={{ left, top, width: WIDTH, maxHeight: innerHeight - top - 8 }}
    >
      {filter === undefined ? null : (
        <Button danger onClick={() => set(null)}>
          这一列不筛了
        </Button>
      )}
      <HasWords column={column} now={now} onSet={set} />
      <span className="column-filter-line">
        <Button aria-pressed={now?.kind === "empty"} onClick={() => set({ kind: "empty" })}>
          空着的
        </Button>
        <Button aria-pressed={now?.kind === "filled"} onClick={() => set({ kind: "filled" })}>
          不空的
        </Button>
      </span>
      {column.days ? <OlderThan now={now} onSet={set} /> : null}
      {column.choices ? <OneOf column={column} rows={rows} context={context} now={now} onSet={set} /> : null}
    </div>
  );
}

interface PartProps {
  now: ColumnFilter | null;
  onSet: (filter: ColumnFilter) => void;
}

function HasWords({ column, now, onSet }: PartProps & { column: Column }) {
  const [text, setText] = useState(now?.kind === "has" ? now.text : "");
  return (
    <Line label="含有" onSubmit={() => text.trim() !== "" && onSet({ kind: "has", text: text.trim() })}>
      <Input
        autoFocus
        aria-label={`${column.label}里含有`}
        value={text}
        maxLength={40}
        onChange={({ target }) => setText(target.value)}
      />
    </Line>
  );
}

function OlderThan({ now, onSet }: PartProps) {
  const [days, setDays] = useState(now?.kind === "olderThan" ? String(now.days) : USUAL_DAYS);
  const isNumber = /^\d{1,5}$/.test(days);
  return (
    <Line label="超过" onSubmit={() => isNumber && onSet({ kind: "olderThan", days: Number(days) })}>
      <Input
        aria-label="超过几天"
        suffix="天"
        status={isNumber ? "" : "error"}
        value={days}
        onChange={({ target }) => setDays(target.value.trim())}
      />
    </Line>
  );
}

function OneOf({
  column,
  rows,
  context,
  now,
  onSet,
}: PartProps & { column: Column } & Pick<ColumnFilterMenuProps, "rows" | "context">) {
  const choices = useMemo(() => choicesAmong(rows, column, context, MOST_CHOICES), [rows, column, context]);
  const [picked, setPicked] = useState<readonly string[]>(now?.kind === "oneOf" ? now.choices : []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (picked.length > 0) onSet({ kind: "oneOf", choices: [...picked] });
      }}
    >
      <fieldset className="column-choices">
        <legend className="sr-only">是这些里的</legend>
        {choices.map(({ choice, count }) => (
          <label key={choice}>
            <input
              type="checkbox"
              checked={picked.includes(choice)}
              onChange={({ target }) =>
                setPicked((before) => (target.checked ? [...before, choice] : before.filter((one) => one !== choice)))
              }
            />
            {choice} <span className="quiet">{count}</span>
          </label>
        ))}
      </fieldset>
      <Button type="primary" htmlType="submit" block disabled={picked.length === 0}>
        {picked.length === 0 ? "勾了再筛" : `只看这 ${picked.length} 种`}
      </Button>
    </form>
  );
}

function Line({ label, onSubmit, children }: { label: string; onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      className="column-filter-line"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <span>{label}</span>
      {children}
      <Button type="primary" htmlType="submit">
        筛
      </Button>
    </form>
  );
}

/** Esc, a press beside it, or a focus that went elsewhere closes it. */
function useClosing(box: { current: HTMLDivElement | null }, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const isInside = (target: EventTarget | null) => target instanceof Node && box.current?.contains(target);
    const onPress = (event: Event) => {
      if (!isInside(event.target)) close.current();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close.current();
    };
    addEventListener("mousedown", onPress, true);
    addEventListener("focusin", onPress, true);
    addEventListener("keydown", onKey, true);
    return () => {
      removeEventListener("mousedown", onPress, true);
      removeEventListener("focusin", onPress, true);
      removeEventListener("keydown", onKey, true);
    };
  }, [box]);
}

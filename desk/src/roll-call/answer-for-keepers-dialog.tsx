import { useQueryClient } from "@tanstack/react-query";
import { App, Input, Modal, Radio } from "antd";
import { useState } from "react";
import type { RollCallRow } from "../../../shared/holidays/holiday-answer";
import { holidayDateWords } from "../../../shared/holidays/holiday-words";
import type { OpeningSpan } from "../../../shared/stations/hours";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { ROWS_KEY } from "../stations/use-desk-rows";
import { readSpans } from "./read-spans";
import { ROLL_CALL_KEY } from "./use-roll-call";

type Choice = "usual" | "closed" | "spans" | "leave";
const MOST_AT_ONCE = 500;

interface DayAnswer {
  choice: Choice;
  text: string;
}

interface AnswerDialogProps {
  rows: readonly RollCallRow[];
  dates: readonly string[];
  onClose: () => void;
  onDone: () => void;
}

/** One answer for all chosen stations: the same for every day, or day by day. */
export function AnswerDialog({ rows, dates, onClose, onDone }: AnswerDialogProps) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [all, setAll] = useState<DayAnswer>({ choice: "usual", text: "" });
  const [single, setSingle] = useState<Readonly<Record<string, DayAnswer>>>({});
  const [isSending, setSending] = useState(false);
  const said = dates.flatMap((date) => saidOn(date, single[date] ?? all) ?? []);
  const isWrong = dates.some((date) => isUnreadable(single[date] ?? all));
  const send = async () => {
    setSending(true);
    try {
      const { changed, withoutUsual } = await sendAll(rows, said);
      const left = withoutUsual.length === 0 ? "" : `；${withoutUsual.length} 个平常几点开没有写，没法照常`;
      message.success(`替 ${changed} 个站答了${left}。一天之内可以在「记录」里撤回`);
      await queries.invalidateQueries({ queryKey: [ROLL_CALL_KEY] });
      await queries.invalidateQueries({ queryKey: ROWS_KEY });
      onDone();
    } catch (error) {
      message.error(failureWords(error));
      setSending(false);
    }
  };
  return (
    <Modal
      open
      width={640}
      title={`替 ${rows.length} 个驿站答`}
      onCancel={onClose}
      onOk={() => void send()}
      okText={`答 ${rows.length} 个`}
      okButtonProps={{ disabled: said.length === 0 || isWrong, loading: isSending }}
    >
      <DayChoice label="每天" answer={all} onChange={setAll} />
      {dates.length > 1 ? (
        <details>
          <summary>有的天不一样</summary>
          {dates.map((date) => (
            <DayChoice
              key={date}
              label={holidayDateWords(date)}
              answer={single[date] ?? all}
              onChange={(answer) => setSingle({ ...single, [date]: answer })}
            />
          ))}
        </details>
      ) : null}
      {isWrong ? <p className="wrong">时间要写成 9:00-12:00；两段用空格隔开，不能重叠</p> : null}
      <p className="quiet">照常：和平常那个星期几一样。写明「工会说的」，站长还能改。</p>
    </Modal>
  );
}

function DayChoice({
  label,
  answer,
  onChange,
}: {
  label: string;
  answer: DayAnswer;
  onChange: (answer: DayAnswer) => void;
}) {
  return (
    <fieldset className="day-choice">
      <legend>{label}</legend>
      <Radio.Group value={answer.choice} onChange={({ target }) => onChange({ ...answer, choice: target.value })}>
        <Radio value="usual">照常</Radio>
        <Radio value="closed">不开</Radio>
        <Radio value="spans">改时间</Radio>
        <Radio value="leave">先不答</Radio>
      </Radio.Group>
      {answer.choice === "spans" ? (
        <Input
          aria-label={`${label}几点开`}
          placeholder="9:00-12:00 14:00-17:00"
          value={answer.text}
          onChange={({ target }) => onChange({ ...answer, text: target.value })}
        />
      ) : null}
    </fieldset>
  );
}

interface SaidDay {
  date: string;
  hours: OpeningSpan[] | "usual";
}

function saidOn(date: string, { choice, text }: DayAnswer): SaidDay | null {
  if (choice === "leave") return null;
  if (choice === "usual") return { date, hours: "usual" };
  return { date, hours: choice === "closed" ? [] : (readSpans(text) ?? []) };
}

function isUnreadable({ choice, text }: DayAnswer): boolean {
  return choice === "spans" && readSpans(text) === null;
}

/** Some hundreds a call, all of them parts of one act, so that one tap takes everything back. */
async function sendAll(rows: readonly RollCallRow[], days: SaidDay[]) {
  const done = { changed: 0, withoutUsual: [] as string[] };
  let changeId: string | undefined;
  for (let first = 0; first < rows.length; first += MOST_AT_ONCE) {
    const stationIds = rows.slice(first, first + MOST_AT_ONCE).map(({ id }) => id);
    const answer = await callApi("POST /holidays/roll-call/answers", {
      stationIds,
      days,
      ...(changeId === undefined ? {} : { changeId }),
    });
    changeId = answer.changeId;
    done.changed += answer.changed;
    done.withoutUsual.push(...answer.withoutUsual);
  }
  return done;
}

import { App, Button } from "antd";
import { useState } from "react";
import type { Dispatch } from "../../../shared/trust/dispatch";
import type { TaskItem } from "../../../shared/trust/report-answer";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { AssignDialog } from "./assign-dialog";
import type { Act } from "./dispatch-dialog-props";
import { outcomeWords } from "./dispatch-words";
import { AnswerDialog } from "./done-dialog";
import { reminderWords } from "./report-words";
import { useTasksAnew } from "./use-tasks";
import { WaitDialog } from "./wait-dialog";

type Asking = "assign" | "wait" | "resolve";

/** The API takes so many at a time. */
const AT_ONCE = 50;

/** What can be done with what is selected. */
export function DispatchBar({ chosen, onDone }: { chosen: readonly TaskItem[]; onDone: () => void }) {
  const { message } = App.useApp();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const lookAgain = useTasksAnew();

  const send = async (act: Act, words: string) => {
    setAsking(null);
    setBusy(true);
    try {
      const results = [];
      for (let first = 0; first < chosen.length; first += AT_ONCE) {
        const ids = chosen.slice(first, first + AT_ONCE).map(({ id }) => id);
        results.push(...(await callApi("POST /tasks/dispatch", { ...act, ids } as Dispatch)).results);
      }
      setTold(outcomeWords(results, words));
      onDone();
    } catch (error) {
      message.error(failureWords(error));
    } finally {
      setBusy(false);
      await lookAgain();
    }
  };
  const remind = async () => {
    await navigator.clipboard.writeText(chosen.map(reminderWords).join("\n")).catch(() => undefined);
    await send({ act: "remind" }, "催了 {n} 件，站长在手机上看得到；要发的话也复制好了，去微信里贴");
  };
  const isNone = chosen.length === 0 || isBusy;
  const button = (asked: Asking, label: string) => (
    <Button type="link" size="small" disabled={isNone} onClick={() => setAsking(asked)}>
      {label}
    </Button>
  );
  return (
    <section className="act-line" aria-label="能做的事">
      <span>{chosen.length > 0 ? `选了 ${chosen.length} 件` : "点一行最左边的方框来选"}</span>
      {button("resolve", "一起答复")}
      {button("assign", "交给…")}
      {button("wait", "等配件到…")}
      <Button type="link" size="small" disabled={isNone} onClick={() => void remind()}>
        催一下
      </Button>
      <span className="just-done" role="status">
        {told}
      </span>
      {asking === "resolve" ? <AnswerDialog chosen={chosen} onClose={() => setAsking(null)} onSend={send} /> : null}
      {asking === "assign" ? <AssignDialog chosen={chosen} onClose={() => setAsking(null)} onSend={send} /> : null}
      {asking === "wait" ? <WaitDialog chosen={chosen} onClose={() => setAsking(null)} onSend={send} /> : null}
    </section>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useState } from "react";
import type { ScenarioAnswer } from "../../../shared/circle/scenario";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { AskDialog } from "../parts/ask-dialog";
import { instantWords } from "../stations/row-words";
import type { Question } from "./scenario-search";
import { questionWords } from "./scenario-words";
import { SCENARIOS_KEY } from "./use-scenarios";

interface KeptScenariosProps {
  scenarios: readonly ScenarioAnswer[];
  city: string;
  /** What is asked just now. */
  asked: Question;
  onOpen: (scenario: ScenarioAnswer) => void;
  onCompare: (scenario: ScenarioAnswer) => void;
}

const LONGEST_NAME = 20;

/** What is kept of a city: to be opened, compared, renamed, written over, removed. */
export function KeptScenarios({ scenarios, city, asked, onOpen, onCompare }: KeptScenariosProps) {
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const [naming, setNaming] = useState<ScenarioAnswer | "new" | null>(null);
  const again = () => queries.invalidateQueries({ queryKey: [SCENARIOS_KEY] });
  const act = async (doing: Promise<unknown>, done: string) => {
    try {
      await doing;
      message.success(done);
    } catch (error) {
      message.error(failureWords(error));
    }
    await again();
  };
  const change = (scenario: ScenarioAnswer, changed: Partial<Pick<ScenarioAnswer, "name" | "question">>) => {
    const { id, revision, name, question } = { ...scenario, ...changed };
    return callApi("PUT /scenarios/:id", { id, revision, name, question });
  };
  const remove = ({ id, name }: ScenarioAnswer) =>
    modal.confirm({
      title: `删掉「${name}」？`,
      content: "别的干部也看不到它了。复制过的链接还打得开。",
      okText: "删掉",
      cancelText: "留着",
      onOk: () => act(callApi("DELETE /scenarios/:id", { id }), "删掉了"),
    });
  const name = async (words: string) => {
    if (naming === null) return;
    if (naming === "new") {
      await act(callApi("POST /scenarios", { name: words, question: { ...asked, city } }), `存好了「${words}」`);
    } else await act(change(naming, { name: words }), "改好了");
    setNaming(null);
  };
  return (
    <section className="board-card" aria-labelledby="kept-scenarios">
      <h2 id="kept-scenarios" className="in-line">
        存好的方案
      </h2>{" "}
      <Button size="small" onClick={() => setNaming("new")}>
        把现在填的存成方案
      </Button>
      {scenarios.length === 0 ? <p className="quiet">还没有。存好的，同一个地方的干部都看得到。</p> : null}
      {scenarios.map((scenario) => (
        <div key={scenario.id} className="kept-scenario">
          <button type="button" className="link" onClick={() => onOpen(scenario)}>
            {scenario.name}
          </button>
          <span className="quiet">
            {questionWords(scenario.question)} · {instantWords(scenario.changedAt)}
          </span>
          <span className="kept-acts">
            <Button size="small" onClick={() => onCompare(scenario)}>
              和它比
            </Button>
            <Button size="small" onClick={() => setNaming(scenario)}>
              改名
            </Button>
            <Button
              size="small"
              onClick={() => void act(change(scenario, { question: { ...asked, city } }), "换成现在填的了")}
            >
              换成现在填的
            </Button>
            <Button size="small" danger onClick={() => remove(scenario)}>
              删掉
            </Button>
          </span>
        </div>
      ))}
      {naming === null ? null : (
        <NameDialog before={naming === "new" ? "" : naming.name} onName={name} onClose={() => setNaming(null)} />
      )}
    </section>
  );
}

function NameDialog({
  before,
  onName,
  onClose,
}: {
  before: string;
  onName: (name: string) => Promise<void>;
  onClose: () => void;
}) {
  const [name, setName] = useState(before);
  const called = name.trim();
  return (
    <AskDialog
      title="方案叫什么"
      okText="存下来"
      cancelText="不存了"
      okButtonProps={{ disabled: called === "" }}
      onOk={() => onName(called)}
      onCancel={onClose}
    >
      <Input
        aria-label="名字"
        placeholder="如 夜里多开"
        maxLength={LONGEST_NAME}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={() => (called === "" ? undefined : void onName(called))}
      />
    </AskDialog>
  );
}

import { useNavigate, useSearch } from "@tanstack/react-router";
import { App, Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { MapPoint } from "../../../shared/common/place";
import { useCellShapes } from "../board/use-board";
import { Failed } from "../parts/failed";
import { Pick } from "../parts/pick";
import { cellAt } from "./cell-at";
import { CompareTable } from "./compare-table";
import { KeptScenarios } from "./kept-scenarios";
import { MarkTools, type Tool } from "./mark-tools";
import { PeopleTable } from "./people-table";
import { QuestionForm } from "./question-form";
import { type Question, questionOf, readScenarioSearch, type ScenarioSearch, sideOf } from "./scenario-search";
import { MARK_WORDS } from "./scenario-words";
import { StepsList } from "./steps-list";
import { useScenarios, useSteps } from "./use-scenarios";
import "../board/board.css";
import "./scenarios.css";

const ScenarioMap = lazy(() => import("./scenario-map"));
const CITY_DIGITS = 4;

/** 方案: what to do next under which budget, kept under a name, two side by side. All of it stands in the address. */
export function ScenariosPage() {
  const search: ScenarioSearch = useSearch({ from: "/scenarios" });
  const navigate = useNavigate({ from: "/scenarios" });
  const kept = useScenarios();
  const areas = kept.data?.areas ?? [];
  const city = search.city ?? areas[0]?.code;
  const go = (to: ScenarioSearch) => void navigate({ search: readScenarioSearch({ ...to }), resetScroll: false });
  return (
    <div className="page page-wide scenarios">
      <header className="board-head">
        <h1>方案</h1>
        <span className="quiet">下一步在哪里多开几个小时、在哪里设新站，能让更多人走得到开着的门</span>
        {areas.length === 0 ? null : (
          <span className="board-tools">
            <Pick
              label="地方"
              value={city ?? ""}
              options={areas.map(({ code, name }) => [code, name] as const)}
              onPick={(picked) => go({ ...search, city: picked })}
            />
          </span>
        )}
      </header>
      {kept.isError ? <Failed error={kept.error} reset={() => void kept.refetch()} /> : null}
      {kept.isPending ? <p role="status">正在打开…</p> : null}
      {kept.isSuccess && city === undefined ? <p className="quiet">您管的地方还没有驿站。</p> : null}
      {city === undefined ? null : (
        <Plan
          key={city}
          city={city}
          search={search}
          scenarios={(kept.data?.scenarios ?? []).filter(({ question }) => question.city === city)}
          onGo={go}
        />
      )}
    </div>
  );
}

type Scenarios = NonNullable<ReturnType<typeof useScenarios>["data"]>["scenarios"];

function Plan({
  city,
  search,
  scenarios,
  onGo,
}: {
  city: string;
  search: ScenarioSearch;
  scenarios: Scenarios;
  onGo: (search: ScenarioSearch) => void;
}) {
  const asked = questionOf(search);
  const [draft, setDraft] = useState(asked);
  const written = JSON.stringify(sideOf(asked));
  const [read, setRead] = useState(written);
  // Whoever opens another address sees what it asks.
  if (written !== read) {
    setRead(written);
    setDraft(asked);
  }
  const { other } = search;
  const steps = useSteps(city, asked);
  const others = useSteps(city, other === undefined ? null : questionOf(other));
  const withOther = other === undefined ? {} : { other };
  const ask = () => onGo({ city, ...sideOf(draft), ...withOther });
  return (
    <>
      <div className="scenario-body">
        <Marks city={city} draft={draft} steps={steps.data} onDraft={setDraft} />
        <section className="board-card scenario-side" aria-label="问什么，答什么">
          <h2>{search.name ?? "下一步做什么"}</h2>
          <QuestionForm question={draft} onChange={(changed) => setDraft({ ...draft, ...changed })} />
          <p>
            <Button type="primary" onClick={ask}>
              {JSON.stringify(sideOf(draft)) === written ? "算好的就是这样" : "改了，算一算"}
            </Button>
          </p>
          {steps.isError ? <Failed error={steps.error} reset={() => void steps.refetch()} /> : null}
          {steps.isFetching ? <p role="status">正在算，要几秒…</p> : null}
          {steps.data === undefined || steps.isError ? null : <StepsList answer={steps.data} />}
        </section>
      </div>
      {other === undefined ? null : (
        <section className="board-card" aria-labelledby="compare">
          <h2 id="compare" className="in-line">
            比一比
          </h2>{" "}
          <Button size="small" onClick={() => onGo({ city, ...nameless(search) })}>
            不比了
          </Button>
          {others.isError ? <Failed error={others.error} reset={() => void others.refetch()} /> : null}
          {others.isPending || steps.isPending ? <p role="status">正在算，要几秒…</p> : null}
          {steps.data === undefined || others.data === undefined ? null : (
            <CompareTable
              sides={[
                { name: search.name ?? "现在填的", question: asked, answer: steps.data },
                { name: other.name ?? "另一个", question: questionOf(other), answer: others.data },
              ]}
            />
          )}
        </section>
      )}
      <KeptScenarios
        scenarios={scenarios}
        city={city}
        asked={draft}
        onOpen={({ name, question: { city: _city, ...question } }) =>
          onGo({ city, ...sideOf(question, name), ...withOther })
        }
        onCompare={({ name, question: { city: _city, ...question } }) =>
          onGo({ city, ...sideOf(asked, search.name), other: sideOf(question, name) })
        }
      />
      <PeopleTable city={city.slice(0, CITY_DIGITS)} />
    </>
  );
}

function nameless({ other: _other, ...rest }: ScenarioSearch): ScenarioSearch {
  return rest;
}

function Marks({
  city,
  draft,
  steps,
  onDraft,
}: {
  city: string;
  draft: Question;
  steps: ReturnType<typeof useSteps>["data"];
  onDraft: (draft: Question) => void;
}) {
  const { message } = App.useApp();
  const [tool, setTool] = useState<Tool>("fixed");
  const shapes = useCellShapes(city);
  const put = (point: MapPoint): boolean => {
    const cell = cellAt(shapes.data ?? [], point);
    if (cell === null) return false;
    const without = Object.fromEntries(MARK_WORDS.map(([mark]) => [mark, draft[mark].filter((one) => one !== cell)]));
    const next: Question = { ...draft, ...without };
    const wasThere = tool !== "none" && draft[tool].includes(cell);
    onDraft(tool === "none" || wasThere ? next : { ...next, [tool]: [...next[tool], cell] });
    return true;
  };
  return (
    <section className="board-card board-left" aria-label="在哪里">
      <MarkTools tool={tool} question={draft} onTool={setTool} onPoint={put} />
      {shapes.data === undefined ? (
        <p role="status">正在画地图…</p>
      ) : (
        <Suspense fallback={<p role="status">正在画地图…</p>}>
          <ScenarioMap
            shapes={shapes.data}
            question={draft}
            steps={steps?.steps ?? NO_STEPS}
            reachMetres={steps?.reachMetres ?? 0}
            onCell={(point) => {
              if (!put(point)) message.info("点在格子上才能标，放大一点再点");
            }}
          />
        </Suspense>
      )}
      <ul className="cell-legend plan-legend" aria-label="图例">
        <li>浅绿的格：有驿站走得到</li>
        <li>白的格：没有</li>
        <li>
          <span className="plan-step is-site">1</span> 设新站
        </li>
        <li>
          <span className="plan-step is-hours">2</span> 多开几个小时
        </li>
      </ul>
    </section>
  );
}

const NO_STEPS: [] = [];

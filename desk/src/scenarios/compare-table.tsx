import type { NextStepsAnswer, StepAnswer } from "../../../shared/circle/steps-answer";
import type { Question } from "./scenario-search";
import { countWords, gainsOf, questionWords, shareWords, stepKey } from "./scenario-words";

export interface Side {
  name: string;
  question: Question;
  answer: NextStepsAnswer;
}

/** Two plans side by side: what each gains, which steps both have, and which only one. */
export function CompareTable({ sides }: { sides: readonly [Side, Side] }) {
  const [one, other] = sides;
  const keys = sides.map(({ answer }) => new Set(answer.steps.map(stepKey)));
  const isCommon = (step: StepAnswer) => keys.every((all) => all.has(stepKey(step)));
  const common = one.answer.steps.filter(isCommon);
  const only = ({ answer }: Side) => answer.steps.filter((step) => !isCommon(step));
  const gains = sides.map(({ answer }) => gainsOf(answer));
  return (
    <table className="compare">
      <caption className="sr-only">两个方案比一比</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{one.name}</th>
          <th scope="col">{other.name}</th>
        </tr>
      </thead>
      <tbody>
        <Row label="问的" cells={sides.map(({ question }) => questionWords(question))} />
        <Row label="每周多出" cells={gains.map(({ cellHours }) => `${countWords(cellHours)} 格·小时`)} />
        {gains.some(({ personHours }) => personHours !== null) ? (
          <Row
            label="合多少人"
            cells={gains.map(({ personHours }) =>
              personHours === null ? "不知道" : `${countWords(personHours)} 人·小时`,
            )}
          />
        ) : null}
        <Row label="不再扑空" cells={gains.map(({ people }) => `每周约 ${countWords(people)} 人次`)} />
        <Row
          label="有门可进"
          cells={sides.map(({ answer }) => {
            const { now, after } = shareWords(answer);
            return `${now} → ${after}`;
          })}
        />
        <tr>
          <th scope="row">两个都有的 {common.length} 步</th>
          <td colSpan={2}>
            <Steps steps={common} none="没有一步是一样的。" />
          </td>
        </tr>
        <tr>
          <th scope="row">只有一个有的</th>
          <td>
            <Steps steps={only(one)} none="都在两个里。" />
          </td>
          <td>
            <Steps steps={only(other)} none="都在两个里。" />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Row({ label, cells }: { label: string; cells: readonly string[] }) {
  const [one, other] = cells;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{one}</td>
      <td>{other}</td>
    </tr>
  );
}

function Steps({ steps, none }: { steps: readonly StepAnswer[]; none: string }) {
  if (steps.length === 0) return <span className="quiet">{none}</span>;
  return (
    <ul>
      {steps.map(({ sentence }) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

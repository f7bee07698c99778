import type { NextStepsAnswer } from "../../../shared/circle/steps-answer";
import { countWords, gainsOf, shareWords } from "./scenario-words";

/** The steps of a question, each in a sentence, and what its wished sites would gain. */
export function StepsList({ answer }: { answer: NextStepsAnswer }) {
  const { steps, wished, fixedCellHours } = answer;
  const { cellHours } = gainsOf(answer);
  const share = shareWords(answer);
  return (
    <>
      <p>
        现在 {share.now} 的格·小时有门可进
        {fixedCellHours === 0 ? "" : `，定了的新站开了以后 ${share.decided}`}
        ；照下面做，到 <strong>{share.after}</strong>，每周多 {countWords(cellHours)} 格·小时。
      </p>
      <p className="quiet">一格约 0.1 平方公里；有门可进一小时，算一格·小时。</p>
      {steps.length === 0 ? (
        <p className="quiet">这样的预算没有能多照顾到的了。</p>
      ) : (
        <ol className="plan-steps">
          {steps.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
      {wished.length === 0 ? null : (
        <details>
          <summary>想设站的地方，单独设一个能多出多少（{wished.length} 处）</summary>
          <ul>
            {wished.map(({ cell, gainCellHours, people, isChosen }) => (
              <li key={cell}>
                {people === 0 ? "标的" : `${people} 个人说缺站的`}一处：{countWords(gainCellHours)} 格·小时
                {isChosen ? "，已经在上面" : ""}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

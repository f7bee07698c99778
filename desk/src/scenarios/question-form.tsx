import { InputNumber } from "antd";
import { AMENITIES, AMENITY_KINDS } from "../../../shared/amenities/amenity";
import { Pick } from "../parts/pick";
import type { Question } from "./scenario-search";
import { DAYS_WORDS, TRAVEL_WORDS, WEIGHT_WORDS } from "./scenario-words";

const HALF_HOURS = Array.from({ length: 48 }, (_, index) => {
  const words = `${String(Math.floor(index / 2)).padStart(2, "0")}:${index % 2 === 0 ? "00" : "30"}`;
  return [words, words] as const;
});
const KINDS = [
  ["", "所有的门"],
  ...AMENITY_KINDS.map((kind) => [kind, `有${AMENITIES[kind].label}的`] as const),
] as const;
const BUDGETS = [
  ["hours", "每周多开", "站时", 1_000],
  ["sites", "新建", "个站", 20],
  ["mends", "修好", "处设施", 50],
] as const;

/** What may be spent, and what counts. */
export function QuestionForm({
  question,
  onChange,
}: {
  question: Question;
  onChange: (changed: Partial<Question>) => void;
}) {
  const [kind = ""] = question.amenities;
  return (
    <div className="question-form">
      {BUDGETS.map(([key, before, after, most]) => (
        <span key={key}>
          {before}{" "}
          <InputNumber
            aria-label={`${before}几${after}`}
            min={0}
            max={most}
            precision={0}
            disabled={key === "mends" && kind === ""}
            value={question[key]}
            onChange={(value) => onChange({ [key]: value ?? 0 })}
            style={{ width: 76 }}
          />{" "}
          {after}
        </span>
      ))}
      <Pick
        label="看"
        value={kind}
        options={KINDS}
        onPick={(picked) => {
          const amenities = AMENITY_KINDS.filter((one) => one === picked);
          onChange({ amenities, ...(amenities.length === 0 ? { mends: 0 } : {}) });
        }}
      />
      <Pick label="哪几天" value={question.days} options={DAYS_WORDS} onPick={pickOf(DAYS_WORDS, "days", onChange)} />
      <Pick
        label="怎么去"
        value={question.travel}
        options={TRAVEL_WORDS}
        onPick={pickOf(TRAVEL_WORDS, "travel", onChange)}
      />
      <span>
        <InputNumber
          aria-label="几分钟"
          min={1}
          max={60}
          precision={0}
          value={question.minutes}
          onChange={(value) => onChange({ minutes: value ?? 15 })}
          style={{ width: 64 }}
        />{" "}
        分钟
      </span>
      <Pick
        label="按什么算"
        value={question.weights}
        options={WEIGHT_WORDS}
        onPick={pickOf(WEIGHT_WORDS, "weights", onChange)}
      />
      <span>
        <Pick
          label="新站"
          value={question.siteOpens}
          options={HALF_HOURS}
          onPick={(siteOpens) => onChange({ siteOpens })}
        />{" "}
        <Pick
          label="开到"
          value={question.siteCloses}
          options={HALF_HOURS}
          onPick={(siteCloses) => onChange({ siteCloses })}
        />
      </span>
    </div>
  );
}

function pickOf<Key extends "days" | "travel" | "weights">(
  words: readonly (readonly [Question[Key], string])[],
  key: Key,
  onChange: (changed: Partial<Question>) => void,
) {
  return (picked: string) => {
    const [found] = words.filter(([one]) => one === picked);
    if (found !== undefined) onChange({ [key]: found[0] });
  };
}

import { Link } from "@tanstack/react-router";
import type { useTodayCounts } from "./today-list";

interface FirstStepsProps {
  counts: ReturnType<typeof useTodayCounts>;
  stations: number;
}

/** The way from a list to stations that somebody looks after, with what is done ticked; gone once all of it is. */
export function FirstSteps({ counts, stations }: FirstStepsProps) {
  const without = (view: string) => counts.find((one) => one.view === view)?.count ?? 0;
  const steps = [
    { label: "导入驿站名单", isDone: stations > 0, to: "/import" as const },
    { label: "每个站都有开放时间", isDone: stations > 0 && without("noHours") === 0, to: "/stations" as const },
    { label: "每个站都有站长", isDone: stations > 0 && without("noKeeper") === 0, to: "/people" as const },
  ];
  if (steps.every(({ isDone }) => isDone)) return null;
  return (
    <section className="steps" aria-label="头一回用">
      <h2>头一回用，照这几步</h2>
      <ol>
        {steps.map(({ label, isDone, to }) => (
          <li key={label}>
            {isDone ? "✓ " : "○ "}
            {isDone ? label : <Link to={to}>{label}</Link>}
          </li>
        ))}
      </ol>
    </section>
  );
}

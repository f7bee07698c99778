import { PlaceLink } from "../parts/place-link";
import { useOwnWork } from "./own-work";
import type { useTodayCounts } from "./today-list";

interface FirstStepsProps {
  counts: ReturnType<typeof useTodayCounts>;
  stations: number;
}

const POSTERS_DRAWN = "desk-posters-drawn";

/** The way from a list to stations that people find, with what is done ticked; gone once all of it is. */
export function FirstSteps({ counts, stations }: FirstStepsProps) {
  const without = (view: string) => counts.find((one) => one.view === view)?.count ?? 0;
  const hasDrawn = useHasDrawnPosters();
  const steps = [
    { label: "导入驿站名单", why: "一份 Excel，错的格子当场改", isDone: stations > 0, to: "/import" },
    {
      label: "核对：每个站都有开放时间",
      why: "没有时间的站，职工不敢白跑一趟",
      isDone: stations > 0 && without("noHours") === 0,
      to: "/stations?view=noHours",
    },
    {
      label: "邀请：每个站都有站长",
      why: "选中几个站，点「邀请站长」",
      isDone: stations > 0 && without("noKeeper") === 0,
      to: "/stations?view=noKeeper",
    },
    { label: "画海报，贴到门上", why: "选中几个站，点「海报」", isDone: hasDrawn, to: "/stations" },
  ];
  if (steps.every(({ isDone }) => isDone)) return null;
  return (
    <section className="steps" aria-label="头一回用">
      <h2>头一回用，照这几步，三分钟</h2>
      <ol>
        {steps.map(({ label, why, isDone, to }) => (
          <li key={label}>
            {isDone ? `✓ ${label}` : <PlaceLink to={to}>○ {label}</PlaceLink>}{" "}
            <span className="quiet">{isDone ? "做好了" : why}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whether posters were ever drawn from this machine. */
function useHasDrawnPosters(): boolean {
  const drawn = (useOwnWork().data ?? []).some(({ kind, state }) => kind === "station-posters" && state === "done");
  if (drawn) localStorage.setItem(POSTERS_DRAWN, "1");
  return drawn || localStorage.getItem(POSTERS_DRAWN) !== null;
}

import { useCallback } from "react";
import { isCounty } from "../../../../../shared/stations/district";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { Failure } from "../../../ui/message";
import { ListSkeleton } from "../../../ui/skeleton";
import { ChoiceRows } from "./choice-rows";

interface ReachChoiceProps {
  /** The inviting officer's own, which the new one's lies within. */
  reach: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** The districts an officer can be given: the inviter's whole reach, and each district in it that has stations. */
export function ReachChoice({ reach, chosen, onChange }: ReachChoiceProps) {
  const load = useCallback(async () => reachOptions(reach, (await callApi("GET /districts", {})).districts), [reach]);
  const [options, reload] = useLoadable(load);
  if (options.status === "loading") return <ListSkeleton rows={3} />;
  if (options.status === "failed") return <Failure failure={options.failure} onRetry={reload} />;
  return <ChoiceRows options={options.value} chosen={chosen} onChange={onChange} />;
}

function reachOptions(
  reach: readonly string[],
  districts: readonly { code: string | null; text: string }[],
): { id: string; name: string }[] {
  const own = reach.map((prefix) => ({ id: prefix, name: prefix === "" ? "全部地区" : `我管的全部(${prefix})` }));
  const within = districts.flatMap(({ code, text }) =>
    code !== null && isCounty(code) && reach.some((prefix) => code.startsWith(prefix)) && !reach.includes(code)
      ? [{ id: code, name: text }]
      : [],
  );
  return [...own, ...within];
}

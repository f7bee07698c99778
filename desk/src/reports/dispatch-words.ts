import type { DispatchAnswer } from "../../../shared/trust/dispatch";

/** What became of many, with {n} of `words` for how many it worked with. */
export function outcomeWords(results: DispatchAnswer["results"], words: string): string {
  const count = (outcome: DispatchAnswer["results"][number]["outcome"]) =>
    results.filter((result) => result.outcome === outcome).length;
  const rest = [
    [count("cannot_handle"), "件他管不到，没有动"],
    [count("moved_on"), "件刚刚有了新的进展，没有动"],
    [count("not_found"), "件已经不在了"],
  ] as const;
  return [
    words.replace("{n}", String(count("done"))),
    ...rest.flatMap(([n, what]) => (n > 0 ? [`${n} ${what}`] : [])),
  ].join("；");
}

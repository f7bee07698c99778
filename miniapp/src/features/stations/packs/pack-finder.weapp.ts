import * as finder from "./find-in-packs";

/** The search over what the phone keeps: on WeChat all scripts come with the program. */
export function packFinder(): typeof finder {
  return finder;
}

export async function loadPackFinder(): Promise<typeof finder> {
  return finder;
}

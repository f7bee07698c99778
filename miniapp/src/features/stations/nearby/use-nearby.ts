import { useEffect, useMemo, useState } from "react";
import { type Loadable, useLoadable } from "../../../http/use-loadable";
import { useSettings } from "../../../platform/settings/settings";
import type { Origin } from "../origin/origin";
import { loadPackFinder, packFinder } from "../packs/pack-finder";
import { fromPacks, hasPacks, loadAndRemember } from "./nearby-query";
import { FIRST_LENGTH, longerThan, type NearbyFilters } from "./nearby-question";
import type { NearbyView } from "./nearby-view";

/** The list around an origin, and what can be done to it. */
export interface Nearby {
  view: Loadable<NearbyView>;
  reload(): Promise<void>;
  /** Asks for a longer list, for somebody who has come to the end of this one; it stays on screen until then. */
  more(): Promise<void>;
  isAskingForMore: boolean;
}

/**
 * The stations around an origin, asked again whenever the place, a chip or the way of travelling changes. What the phone
 * itself keeps stands there until the server has answered.
 */
export function useNearby(origin: Origin | null, filters: NearbyFilters): Nearby {
  const { travel } = useSettings();
  // Made anew for every place, chip and way of travelling; its length grows.
  const question = useMemo(
    () => (origin ? { origin, filters, travel, length: FIRST_LENGTH } : null),
    [origin, filters, travel],
  );
  const [asked, reload] = useLoadable(useMemo(() => (question ? () => loadAndRemember(question) : null), [question]));
  const canSearch = usePackSearch();
  const atOnce = useMemo(() => (question && canSearch ? fromPacks(question) : null), [question, canSearch]);
  const isWaiting = asked.status === "loading" && atOnce !== null;

  const [isAskingForMore, askForMore] = useState(false);
  const more = async () => {
    if (question === null || isAskingForMore) return;
    question.length = longerThan(question.length);
    askForMore(true);
    await reload();
    askForMore(false);
  };
  const view: Nearby["view"] = isWaiting ? { status: "ready", value: { ...atOnce, rememberedFrom: null } } : asked;
  return { view, reload, more, isAskingForMore };
}

/** Whether what the phone keeps can be searched; fetches the search where there is something to search in. */
function usePackSearch(): boolean {
  const [canSearch, setCanSearch] = useState(packFinder() !== null);
  useEffect(() => {
    if (!canSearch && hasPacks()) void loadPackFinder().then((finder) => setCanSearch(finder !== null));
  }, [canSearch]);
  return canSearch || packFinder() !== null;
}

import { useEffect, useState } from "react";
import { callApi } from "../../../http/call-api";
import { useSignIn } from "../../people/sign-in";
import { ownName } from "../../stations/station-words";
import type { WishDraft } from "../wish-draft";

type Chosen = NonNullable<WishDraft["station"]>;

/**
 * A keeper who helps somebody stands in their own station: that is filled in, without a tap.
 *
 * @param propose null: one is chosen
 * @returns `none` where whoever helps keeps no station, or it could not be asked for
 */
export function useOwnStation(isHelping: boolean, propose: ((station: Chosen) => void) | null): "asked" | "none" {
  const keeps = (useSignIn()?.user.stationIds ?? []).length > 0;
  const [own, setOwn] = useState<Chosen | "asked" | "none">(isHelping && keeps ? "asked" : "none");
  useEffect(() => {
    if (own !== "asked") return;
    void callApi("GET /stations/mine", {}).then(
      ({ stations: [first] }) => setOwn(first ? { id: first.id, name: ownName(first) } : "none"),
      () => setOwn("none"),
    );
  }, [own]);
  useEffect(() => {
    if (typeof own === "object") propose?.(own);
  }, [own, propose]);
  return own === "none" ? "none" : "asked";
}

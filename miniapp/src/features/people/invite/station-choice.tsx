import { View } from "@tarojs/components";
import { useCallback } from "react";
import type { Account } from "../../../../../shared/people/user";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { Failure } from "../../../ui/message";
import { ListSkeleton } from "../../../ui/skeleton";
import { stationsWithin } from "../../stations/stations-within";
import { ChoiceRows } from "./choice-rows";

interface StationChoiceProps {
  user: Account;
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** The stations a keeper can be given: those of an officer's reach, or those a keeper keeps. */
export function StationChoice({ user, chosen, onChange }: StationChoiceProps) {
  const load = useCallback(() => loadStations(user), [user]);
  const [stations, reload] = useLoadable(load);
  if (stations.status === "loading") return <ListSkeleton rows={3} />;
  if (stations.status === "failed") return <Failure failure={stations.failure} onRetry={reload} />;
  if (stations.value.length === 0) return <View className="secondary">还没有可以选的驿站</View>;
  return <ChoiceRows options={stations.value} chosen={chosen} onChange={onChange} />;
}

async function loadStations({ roles, reach }: Account): Promise<{ id: string; name: string }[]> {
  if (!roles.includes("officer")) return (await callApi("GET /stations/mine", {})).stations;
  return stationsWithin(reach);
}

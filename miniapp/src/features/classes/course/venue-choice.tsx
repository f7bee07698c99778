import { View } from "@tarojs/components";
import { useCallback, useState } from "react";
import type { Venue } from "../../../../../shared/classes/course";
import { useLoadable } from "../../../http/use-loadable";
import { openHall } from "../../../navigation/class-pages";
import { accessible } from "../../../ui/accessible";
import { Field } from "../../../ui/field";
import { Failure } from "../../../ui/message";
import { Pressable } from "../../../ui/pressable";
import { ListSkeleton } from "../../../ui/skeleton";
import { useSignIn } from "../../people/sign-in";
import { stationsWithin } from "../../stations/stations-within";

interface Place {
  id: string;
  name: string;
}

interface VenueChoiceProps {
  /** Halls, and stations where classes are held already. */
  venues: readonly Venue[];
  chosen: string | null;
  onChoose: (venueId: string) => void;
}

/** Where it is held: what is used already, and one tap away every station of the officer's reach. */
export function VenueChoice({ venues, chosen, onChoose }: VenueChoiceProps) {
  const [showsStations, setShowsStations] = useState(venues.length === 0);
  return (
    <View className="course-choice">
      <View className="field-label">在哪里上</View>
      <View {...accessible({ role: "group", label: "在哪里上" })}>
        <PlaceRows places={venues} chosen={chosen} onChoose={onChoose} />
        {showsStations ? (
          <Stations without={venues} chosen={chosen} onChoose={onChoose} />
        ) : (
          <Pressable className="link" onPress={() => setShowsStations(true)}>
            选别的驿站
          </Pressable>
        )}
        <Pressable className="link" onPress={() => openHall(null)}>
          加一个场馆
        </Pressable>
      </View>
    </View>
  );
}

/** More than these are found by their name. */
const MOST_SHOWN = 8;
const LONGEST_NAME = 20;

function Stations({ without, chosen, onChoose }: { without: readonly Venue[] } & Omit<VenueChoiceProps, "venues">) {
  const reach = useSignIn()?.user.reach ?? NOWHERE;
  const load = useCallback(() => stationsWithin(reach), [reach]);
  const [stations, reload] = useLoadable(load);
  const [name, setName] = useState("");
  if (stations.status === "loading") return <ListSkeleton rows={2} />;
  if (stations.status === "failed") return <Failure failure={stations.failure} onRetry={() => void reload()} />;
  const known = new Set(without.map(({ id }) => id));
  const found = stations.value.filter((station) => !known.has(station.id) && station.name.includes(name.trim()));
  return (
    <>
      <Field label="找一个驿站，输名字里的字" type="text" value={name} maxLength={LONGEST_NAME} onChange={setName} />
      <PlaceRows places={found.slice(0, MOST_SHOWN)} chosen={chosen} onChoose={onChoose} />
      {found.length > MOST_SHOWN ? (
        <View className="secondary">还有 {found.length - MOST_SHOWN} 个，多输几个字</View>
      ) : null}
    </>
  );
}

const NOWHERE: readonly string[] = [];

function PlaceRows({ places, chosen, onChoose }: { places: readonly Place[] } & Omit<VenueChoiceProps, "venues">) {
  return (
    <>
      {places.map(({ id, name }) => (
        <Pressable key={id} className="choice-row" label={name} pressed={id === chosen} onPress={() => onChoose(id)}>
          <View>{name}</View>
          <View className="choice-mark">{id === chosen ? "✓" : ""}</View>
        </Pressable>
      ))}
    </>
  );
}

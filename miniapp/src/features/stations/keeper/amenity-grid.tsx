import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { AmenityKind } from "../../../../../shared/amenities/amenity";
import type { EpochMs } from "../../../../../shared/common/time";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { AmenitySheet } from "./amenity-sheet";
import { type AmenityTile, amenityTiles, otherTiles } from "./amenity-tiles";
import type { KeeperTap } from "./keeper-tap";

interface AmenityGridProps {
  station: StationDetail;
  now: EpochMs;
  onTap: (tap: KeeperTap) => void;
}

/** What is inside, where a tap changes it: first what is urgent. */
export function AmenityGrid({ station, now, onTap }: AmenityGridProps) {
  const [chosen, setChosen] = useState<AmenityKind | null>(null);
  const [showsOthers, setShowsOthers] = useState(false);
  const tiles = [...amenityTiles(station, now), ...(showsOthers ? otherTiles(station, now) : [])];
  return (
    <>
      <Heading level={2} className="section-title">
        设施 · 点一下就改
      </Heading>
      <View className="tiles">
        {tiles.map((tile) => (
          <Tile key={tile.words.kind} tile={tile} onPress={() => setChosen(tile.words.kind)} />
        ))}
      </View>
      <Pressable className="button button-quiet" expanded={showsOthers} onPress={() => setShowsOthers(!showsOthers)}>
        {showsOthers ? "收起别的设施" : "还有别的设施"}
      </Pressable>
      {chosen ? (
        <AmenitySheet
          kind={chosen}
          station={station}
          onClose={() => setChosen(null)}
          onTap={(tap) => {
            setChosen(null);
            onTap(tap);
          }}
        />
      ) : null}
    </>
  );
}

function Tile({ tile: { words, expiry }, onPress }: { tile: AmenityTile; onPress: () => void }) {
  const state = expiry ? "broken" : words.state;
  return (
    <Pressable className="card tile" onPress={onPress}>
      <View className="tile-name">{words.label}</View>
      <View className={`tile-state amenity-${state}`}>
        {expiry && words.state !== "broken" ? null : (
          <Text className="amenity-mark" {...accessible({ hidden: true })}>
            {words.mark}
          </Text>
        )}
        <Text>{expiry && words.state !== "broken" ? expiry : words.stateText}</Text>
      </View>
    </Pressable>
  );
}

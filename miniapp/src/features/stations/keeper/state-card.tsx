import { Text, View } from "@tarojs/components";
import { useState } from "react";
import type { EpochMs } from "../../../../../shared/common/time";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { accessible } from "../../../ui/accessible";
import { Pressable } from "../../../ui/pressable";
import { comingTimeWords } from "../../../ui/words/clock-words";
import { confirmedAgoWords } from "../keeper-words";
import { openingWords } from "../opening-words";
import { openingOf } from "../station/opening-of";
import { CloseSheet } from "./close-sheet";
import type { KeeperTap } from "./keeper-tap";

interface StateCardProps {
  station: StationDetail;
  now: EpochMs;
  onTap: (tap: KeeperTap) => void;
}

/** What visitors are told of the door now, and the two taps that change it. */
export function StateCard({ station, now, onTap }: StateCardProps) {
  const [closing, setClosing] = useState(false);
  const { id } = station;
  const opening = openingOf(station, now);
  const words = openingWords(opening, now);
  const isClosed = opening.state === "temporarily_closed";
  const until = station.closure?.until;
  return (
    <View className="card keeper-state">
      <View className={`keeper-door keeper-door-${words.tone}`}>
        <Text className="keeper-door-mark" {...accessible({ hidden: true })}>
          {words.mark}
        </Text>
        <Text>{words.text}</Text>
      </View>
      {isClosed ? (
        <View className="secondary">
          {[station.closure?.reason, until ? `关到 ${comingTimeWords(Date.parse(until), now)}` : null]
            .filter((part) => part)
            .join(" · ")}
        </View>
      ) : (
        <View className="secondary">{confirmedAgoWords(station, now)}</View>
      )}
      <View className="keeper-actions">
        {isClosed ? (
          <Pressable
            className="button keeper-confirm"
            onPress={() => onTap({ endpoint: "DELETE /stations/:id/closure", input: { id } })}
          >
            现在开门
          </Pressable>
        ) : (
          <Pressable
            className="button keeper-confirm"
            onPress={() => onTap({ endpoint: "POST /stations/:id/confirm", input: { id } })}
          >
            {opening.state === "reported_closed" ? "开着，都对" : "都对，确认"}
          </Pressable>
        )}
        <Pressable className="button keeper-close" onPress={() => setClosing(true)}>
          {isClosed ? "改关到几点" : "要关一会儿"}
        </Pressable>
      </View>
      {closing ? (
        <CloseSheet
          hours={station.hours}
          now={now}
          onClose={() => setClosing(false)}
          onChoose={(until, reason) => {
            setClosing(false);
            const input = { id, until: new Date(until).toISOString(), reason };
            onTap({ endpoint: "PUT /stations/:id/closure", input });
          }}
        />
      ) : null}
    </View>
  );
}

import { Text, View } from "@tarojs/components";
import { useState } from "react";
import {
  AMENITIES,
  AMENITY_STATES,
  type AmenityKind,
  type AmenityState,
} from "../../../../../shared/amenities/amenity";
import { REASON_LIMIT } from "../../../../../shared/common/field-limits";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { accessible } from "../../../ui/accessible";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { amenityWords } from "../amenity-words";
import type { KeeperTap } from "./keeper-tap";

interface AmenitySheetProps {
  kind: AmenityKind;
  station: StationDetail;
  onClose: () => void;
  onTap: (tap: KeeperTap) => void;
}

/** How one amenity is: one tap says it. A note, or the date on the medicine, may be filled in before. */
export function AmenitySheet({ kind, station, onClose, onTap }: AmenitySheetProps) {
  const { id } = station;
  const entry = station.amenityDetails[kind];
  const [note, setNote] = useState(entry?.note ?? "");
  const [expiresOn, setExpiresOn] = useState(entry?.expiresOn ?? "");
  const expires = "expires" in AMENITIES[kind];
  const say = (state: AmenityState) => {
    const told = {
      note: note.trim() === "" ? null : note.trim(),
      ...(expires ? { expiresOn: expiresOn || null } : {}),
    };
    onTap({ endpoint: "PUT /stations/:id/amenities/:kind", input: { id, kind, state, ...told } });
  };
  return (
    <Sheet title={`${AMENITIES[kind].label}怎么样？`} onClose={onClose}>
      {expires ? <Field label="药哪天过期" type="date" value={expiresOn} onChange={setExpiresOn} /> : null}
      <Field label="想说一句(可以不写)" type="text" value={note} maxLength={REASON_LIMIT} onChange={setNote} />
      <View className="choices">
        {AMENITY_STATES.map((state) => (
          <Choice key={state} kind={kind} state={state} isNow={entry?.state === state} onPress={() => say(state)} />
        ))}
        <Choice
          kind={kind}
          state="unknown"
          isNow={entry === undefined}
          onPress={() => onTap({ endpoint: "DELETE /stations/:id/amenities/:kind", input: { id, kind } })}
        />
      </View>
    </Sheet>
  );
}

interface ChoiceProps {
  kind: AmenityKind;
  state: AmenityState | "unknown";
  isNow: boolean;
  onPress: () => void;
}

function Choice({ kind, state, isNow, onPress }: ChoiceProps) {
  const { mark, stateText } = amenityWords(kind, state);
  return (
    <Pressable
      className={`button button-plain state-choice amenity-${state} ${isNow ? "state-choice-now" : ""}`}
      pressed={isNow}
      onPress={onPress}
    >
      <Text className="amenity-mark" {...accessible({ hidden: true })}>
        {mark}
      </Text>
      <Text>{stateText}</Text>
    </Pressable>
  );
}

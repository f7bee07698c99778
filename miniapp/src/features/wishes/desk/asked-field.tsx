import { View } from "@tarojs/components";
import { useCallback } from "react";
import { WISH_MOVE_LIMITS } from "../../../../../shared/common/field-limits";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { LONGEST_WISH_CARD, LONGEST_WISH_WORDS } from "../../../../../shared/wishes/wish-limits";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { accessible } from "../../../ui/accessible";
import { Chip } from "../../../ui/chip";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { SentencesField } from "../../../ui/sentences-field";
import { useSignIn } from "../../people/sign-in";
import { stationsWithin } from "../../stations/stations-within";
import { ReasonChoice } from "../reason-choice";
import type { Asked } from "./desk-moves";

const LONGEST = { ...WISH_MOVE_LIMITS, cost: 8, code: 12 };
const WINDOWS = ["驿站开门就能拿", "每天9点到18点", "周一到周五9点到17点"];

interface AskedFieldProps {
  asked: Asked;
  wish: WishView;
  reasons: readonly { key: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** One thing that a move asks for. */
export function AskedField({ asked, wish, reasons, value, onChange }: AskedFieldProps) {
  switch (asked) {
    case "reason":
      return <ReasonChoice label="从里面选一个" reasons={reasons} chosen={value} onChoose={onChange} />;
    case "words":
      return text("再说一句(可以不填)", LONGEST_WISH_WORDS, value, onChange);
    case "question":
      return <SentencesField label="问什么" value={value} maxLength={LONGEST_WISH_WORDS} onChange={onChange} />;
    case "unit":
      return <UnitField value={value} onChange={onChange} />;
    case "station":
      return <StationField wish={wish} value={value} onChange={onChange} />;
    case "window":
      return (
        <>
          {text("什么时候能拿(可以不填)", LONGEST.window, value, onChange)}
          <Suggestions label="常用的时间" options={WINDOWS} value={value} onChange={onChange} />
        </>
      );
    case "cost":
      return text("大概多少元(可以不填)", LONGEST.cost, value, onChange);
    case "card":
      return wish.public ? text("墙上的卡片(不写姓名、电话；可以不填)", LONGEST_WISH_CARD, value, onChange) : null;
    case "code":
      return text("他的取货码(没有就不填)", LONGEST.code, value, onChange);
  }
}

function text(label: string, maxLength: number, value: string, onChange: (value: string) => void) {
  return <Field label={label} type="text" value={value} maxLength={maxLength} onChange={onChange} />;
}

interface ChosenProps {
  value: string;
  onChange: (value: string) => void;
}

const loadUnits = async () => (await callApi("GET /wishes/units", {})).units;

/** For oneself, or for a unit: those that took one on before are one tap away. */
function UnitField({ value, onChange }: ChosenProps) {
  const [units] = useLoadable(loadUnits);
  return (
    <>
      {text("替哪个单位认领(自己办就不填)", LONGEST.unit, value, onChange)}
      {units.status === "ready" ? (
        <Suggestions label="认领过的单位" options={units.value.slice(0, 6)} value={value} onChange={onChange} />
      ) : null}
    </>
  );
}

interface SuggestionsProps extends ChosenProps {
  label: string;
  options: readonly string[];
}

function Suggestions({ label, options, value, onChange }: SuggestionsProps) {
  if (options.length === 0) return null;
  return (
    <View className="desk-suggestions" {...accessible({ role: "group", label })}>
      {options.map((option) => (
        <Chip key={option} on={option === value} onPress={() => onChange(option === value ? "" : option)}>
          {option}
        </Chip>
      ))}
    </View>
  );
}

/** The station that the worker asked for, or another of the officer's reach. */
function StationField({ wish, value, onChange }: ChosenProps & { wish: WishView }) {
  const reach = useSignIn()?.user.reach;
  const load = useCallback(() => stationsWithin(reach ?? []), [reach]);
  const isChoosing = value !== "";
  const [stations] = useLoadable(isChoosing ? load : null);
  if (!isChoosing) {
    return (
      <View className="desk-station">
        <View>放在{wish.station.name}</View>
        <Pressable className="link" onPress={() => onChange(wish.station.id)}>
          换一个驿站
        </Pressable>
      </View>
    );
  }
  return (
    <View className="desk-stations" {...accessible({ role: "group", label: "放在哪个驿站" })}>
      {stations.status === "loading" ? <View className="secondary">正在找驿站…</View> : null}
      {stations.status === "failed" ? <View className="task-failure">没找到驿站，看看网络。</View> : null}
      {(stations.status === "ready" ? stations.value : []).map(({ id, name }) => (
        <Pressable key={id} className="choice-row" pressed={id === value} onPress={() => onChange(id)}>
          <View>{name}</View>
          <View className="choice-mark">{id === value ? "✓" : ""}</View>
        </Pressable>
      ))}
    </View>
  );
}

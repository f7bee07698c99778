import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { MISSING_STATION_LIMITS } from "../../../../shared/common/field-limits";
import { beijingMinuteOfDay } from "../../../../shared/common/time";
import { MISSING_NEEDS, type MissingNeed, needWords } from "../../../../shared/missing-stations/needs";
import { useServerNow } from "../../http/use-server-now";
import { useAwaitedWrite } from "../../queue/use-awaited-write";
import { accessible } from "../../ui/accessible";
import { ChipRow } from "../../ui/chip-row";
import { Field } from "../../ui/field";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";
import { askToBeTold, canBeTold, prepareToAsk } from "../messages/ask-to-subscribe";
import type { Origin } from "../stations/origin/origin";

const FIRST_CHIPS = 4;
const HOUR_MINUTES = 60;

interface MissingFormProps {
  origin: Origin;
  onSaid: () => Promise<void>;
}

/** Ready to be sent as it stands: here, now, a place to come in. */
export function MissingForm({ origin, onSaid }: MissingFormProps) {
  const hour = Math.floor(beijingMinuteOfDay(useServerNow()) / HOUR_MINUTES);
  const [need, choose] = useState<MissingNeed>("door");
  const [words, write] = useState("");
  const [people, setPeople] = useState<number | null>(null);
  const [saying, say] = useAwaitedWrite("POST /missing-stations", async (said) => {
    setPeople(said.people);
    write("");
    await onSaid();
  });
  useEffect(() => void prepareToAsk(), []);
  const { latitude, longitude } = origin.point;
  const datum = origin.source === "position" ? origin.datum : "gcj02";
  const where = origin.source === "place" ? `${origin.name}一带` : "我在的这一带";
  const send = () => {
    // First in the tap: WeChat asks nobody later.
    if (canBeTold()) void askToBeTold().catch(() => undefined);
    const text = words.trim();
    say({ latitude, longitude, datum, hour, need, ...(text === "" ? {} : { words: text }) });
  };
  return (
    <View className="card form missing-form">
      <View className="missing-what">
        {where}，{hour} 点左右，缺{needWords(need)}
      </View>
      <ChipRow
        label="缺什么"
        first={FIRST_CHIPS}
        chips={MISSING_NEEDS.map((one) => ({
          key: one,
          label: one === "door" ? "歇脚的地方" : needWords(one),
          on: one === need,
          press: () => choose(one),
        }))}
      />
      <Field
        label="想补一句（不写也行）"
        type="text"
        value={words}
        maxLength={MISSING_STATION_LIMITS.words}
        onChange={write}
      />
      <Pressable className="button button-main" disabled={saying.status === "running"} onPress={send}>
        {saying.status === "running" ? "正在发…" : "说一声：这里该有个站"}
      </Pressable>
      <TaskFailure task={saying} />
      {people === null ? null : (
        <View {...accessible({ role: "status", live: true })}>
          记下了，谢谢。{people > 1 ? `这一带有 ${people} 个人这么说了。` : "有回话会写在下面。"}
        </View>
      )}
      <View className="secondary">只记大约 0.7 平方公里的一片，不记你站在哪、是谁。</View>
    </View>
  );
}

import { View } from "@tarojs/components";
import { useState } from "react";
import { AMENITIES, type AmenityKind } from "../../../../shared/amenities/amenity";
import type { CheckDone, VisitAnswer } from "../../../../shared/checks/check-answer";
import { CHECKED_KIT } from "../../../../shared/checks/checked-kit";
import { callApi } from "../../http/call-api";
import { useTask } from "../../http/use-task";
import { accessible } from "../../ui/accessible";
import { Heading } from "../../ui/heading";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";

interface CheckFormProps {
  code: string;
  visit: VisitAnswer;
  onDone: (done: CheckDone) => void;
}

/** Where something does not, that is tapped after this. */
const ALL_WORK = Object.fromEntries(CHECKED_KIT.map((kind) => [kind, true]));

/** Open or shut, and what works; what the product says is asked for by nobody before this is stored. */
export function CheckForm({ code, visit, onDone }: CheckFormProps) {
  const [door, setDoor] = useState<"open" | "shut" | null>(null);
  const [works, setWorks] = useState<Partial<Record<AmenityKind, boolean>>>({});
  const [sending, send] = useTask(async () => {
    if (door === null) return;
    const found = { door, works: door === "open" ? works : {} };
    onDone(await callApi("PUT /checks/rounds/:code/visits/:visitId", { code, visitId: visit.id, ...found }));
  });
  return (
    <View className="card check-form">
      <Heading level={2} className="check-name">
        {visit.station.name}
      </Heading>
      <View className="secondary">
        {[visit.station.address, visit.station.landmark].filter((part) => part).join(" · ")}
      </View>
      <View className="check-doors" {...accessible({ role: "group", label: "门开着吗" })}>
        <Door word="开着" isOn={door === "open"} onPress={() => setDoor("open")} />
        <Door word="关着" isOn={door === "shut"} onPress={() => setDoor("shut")} />
      </View>
      {door === "open" ? (
        <>
          <View className="secondary">里面哪些能用？没看到的不用点</View>
          <Pressable className="button button-plain" onPress={() => setWorks(ALL_WORK)}>
            都看到了，都能用
          </Pressable>
          {CHECKED_KIT.map((kind) => (
            <Thing
              key={kind}
              label={AMENITIES[kind].label}
              works={works[kind]}
              onSay={(said) => setWorks({ ...works, [kind]: said })}
            />
          ))}
        </>
      ) : null}
      <Pressable className="button button-main" disabled={door === null || sending.status === "running"} onPress={send}>
        {door === null ? "先点开着还是关着" : "交，交了不能改"}
      </Pressable>
      <TaskFailure task={sending} />
    </View>
  );
}

function Door({ word, isOn, onPress }: { word: string; isOn: boolean; onPress: () => void }) {
  return (
    <Pressable className={`button button-plain ${isOn ? "check-door-on" : ""}`} pressed={isOn} onPress={onPress}>
      {word}
    </Pressable>
  );
}

interface ThingProps {
  label: string;
  works: boolean | undefined;
  onSay: (works: boolean) => void;
}

function Thing({ label, works, onSay }: ThingProps) {
  return (
    <View className="check-thing" {...accessible({ role: "group", label })}>
      <View>{label}</View>
      <View className="check-thing-ways">
        <Pressable
          className={`chip ${works === true ? "chip-on" : ""}`}
          pressed={works === true}
          onPress={() => onSay(true)}
        >
          能用
        </Pressable>
        <Pressable
          className={`chip ${works === false ? "chip-on" : ""}`}
          pressed={works === false}
          onPress={() => onSay(false)}
        >
          不能
        </Pressable>
      </View>
    </View>
  );
}

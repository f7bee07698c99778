import { View } from "@tarojs/components";
import { useState } from "react";
import { AMENITIES, type AmenityKind } from "../../../../../shared/amenities/amenity";
import { REPORT_LIMITS } from "../../../../../shared/common/field-limits";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { openMyReports } from "../../../navigation/pages";
import { enqueue } from "../../../queue/pending-writes";
import { accessible } from "../../../ui/accessible";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";

type Step = "closed" | "choosing" | "amenity" | "wrong_info" | "other" | "told";

/** What else a visitor may have to say: something is broken, something here is not true, something else. */
export function SomethingWrong({ station }: { station: StationDetail }) {
  const [step, setStep] = useState<Step>("closed");
  const [note, setNote] = useState("");
  const { id } = station;
  const tell = (what: { kind: "amenity_broken"; amenity: AmenityKind } | { kind: "wrong_info" | "other" }) => {
    const words = note.trim();
    enqueue("POST /stations/:id/reports", { id, ...what, ...(words === "" ? {} : { note: words }) });
    setNote("");
    setStep("told");
  };
  const kinds = (Object.keys(station.amenities) as AmenityKind[]).filter(
    (kind) => station.amenities[kind] === "working",
  );
  return (
    <View className="card something-wrong">
      {step === "closed" ? (
        <Choice name="有别的不对？告诉站里" onPress={() => setStep("choosing")} />
      ) : step === "choosing" ? (
        <>
          {kinds.length > 0 ? <Choice name="设施坏了" onPress={() => setStep("amenity")} /> : null}
          <Choice name="信息不对" onPress={() => setStep("wrong_info")} />
          <Choice name="别的事" onPress={() => setStep("other")} />
        </>
      ) : step === "amenity" ? (
        <>
          <View className="something-wrong-title">哪一样坏了？</View>
          {kinds.map((amenity) => (
            <Choice
              key={amenity}
              name={`${AMENITIES[amenity].label}坏了`}
              onPress={() => tell({ kind: "amenity_broken", amenity })}
            />
          ))}
        </>
      ) : step === "told" ? (
        <View {...accessible({ role: "status", live: true })}>
          <View>记下了，谢谢</View>
          <Pressable className="link" onPress={openMyReports}>
            看处理得怎样
          </Pressable>
        </View>
      ) : (
        <>
          <Field label="哪里不对，说一句" type="text" value={note} maxLength={REPORT_LIMITS.note} onChange={setNote} />
          <Pressable className="button button-main" disabled={note.trim() === ""} onPress={() => tell({ kind: step })}>
            告诉站里
          </Pressable>
        </>
      )}
    </View>
  );
}

function Choice({ name, onPress }: { name: string; onPress: () => void }) {
  return (
    <Pressable className="button button-plain" onPress={onPress}>
      {name}
    </Pressable>
  );
}

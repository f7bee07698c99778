import { View } from "@tarojs/components";
import { useState } from "react";
import { STATION_LIMITS } from "../../../../../shared/common/field-limits";
import { districtQuery } from "../../../../../shared/stations/district";
import { parseHoursText } from "../../../../../shared/stations/hours-text";
import { hoursInShort } from "../../../../../shared/stations/hours-words";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { accessible } from "../../../ui/accessible";
import { Chip } from "../../../ui/chip";
import { Field } from "../../../ui/field";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { PointField } from "../../classes/hall/point-field";
import { readPoint } from "../../classes/hall/read-point";
import type { DistrictChoice } from "./load-districts";
import { WithdrawnNamesake } from "./withdrawn-namesake";

interface NewStationFormProps {
  districts: readonly DistrictChoice[];
  onAdded: (station: StationDetail) => void;
  onBack: (station: StationDetail) => void;
}

/** What people need to find a station and to come in; the rest its keeper says by taps. */
export function NewStationForm({ districts, onAdded, onBack }: NewStationFormProps) {
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const [address, setAddress] = useState("");
  const [point, setPoint] = useState("");
  const [hours, setHours] = useState("");
  const [audience, setAudience] = useState("");
  const [district, setDistrict] = useState(districts.length === 1 ? (districts[0] ?? null) : null);
  const [task, add] = useAwaitedWrite("POST /stations", onAdded);
  const location = readPoint(point);
  const isWhole = name.trim() !== "" && address.trim() !== "" && district !== null && location !== null;
  const save = () => {
    if (district === null || location === null) return;
    add({
      name: name.trim(),
      code: code.trim() || null,
      address: address.trim(),
      district,
      location,
      hours: parseHoursText(hours).hours,
      audience: audience.trim() || null,
    });
  };
  const withdrawn =
    task.status === "failed" && task.failure.current?.state === "withdrawn" ? task.failure.current : null;
  return (
    <>
      <Heading level={1} className="section-title">
        加一个驿站
      </Heading>
      <View className="card form course-form">
        <Field label="叫什么" type="text" value={name} maxLength={STATION_LIMITS.name} onChange={setName} />
        <Field label="编号(可以不填)" type="text" value={code} maxLength={STATION_LIMITS.code} onChange={setCode} />
        <Field label="地址" type="text" value={address} maxLength={STATION_LIMITS.address} onChange={setAddress} />
        <View className="course-choice">
          <View className="field-label">在哪个区</View>
          <View className="course-chips" {...accessible({ role: "group", label: "在哪个区" })}>
            {districts.map((one) => (
              <Chip key={districtQuery(one)} on={district === one} onPress={() => setDistrict(one)}>
                {one.text}
              </Chip>
            ))}
          </View>
          <View className="secondary">没有你要的区？那里的第一个驿站，请用表格导入</View>
        </View>
        <PointField value={point} onChange={setPoint} />
        <Field
          label="几点开门(照平时的写法)，如 周一至周五 8:30-17:30"
          type="text"
          value={hours}
          maxLength={STATION_LIMITS.hours}
          onChange={setHours}
        />
        <HoursRead text={hours} />
        <Field
          label="谁能进(可以不填)，如 户外干活的都能进"
          type="text"
          value={audience}
          maxLength={STATION_LIMITS.audience}
          onChange={setAudience}
        />
      </View>
      <View className="course-save">
        <Pressable className="button button-main" disabled={!isWhole || task.status === "running"} onPress={save}>
          {isWhole ? "存下来" : "名字、地址、区和坐标要写全"}
        </Pressable>
        {withdrawn ? <WithdrawnNamesake id={withdrawn.id} onBack={onBack} /> : <TaskFailure task={task} />}
      </View>
    </>
  );
}

/** What was made of the hours, for whoever wrote them to check. */
function HoursRead({ text }: { text: string }) {
  if (text.trim() === "") return <View className="secondary">不写，大家看到的是「不知道开没开」</View>;
  const { hours, understood, warnings } = parseHoursText(text);
  if (!understood)
    return <View className="task-failure">没看懂，会照原样写着，显示「不知道」：{warnings.join("；")}</View>;
  return (
    <>
      <View className="secondary">{hoursInShort(hours).join(" / ")}</View>
      {warnings.map((warning) => (
        <View key={warning} className="secondary">
          {warning}
        </View>
      ))}
    </>
  );
}

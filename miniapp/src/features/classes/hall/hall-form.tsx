import { View } from "@tarojs/components";
import { useState } from "react";
import type { Venue } from "../../../../../shared/classes/course";
import { HALL_LIMITS } from "../../../../../shared/common/field-limits";
import { districtQuery } from "../../../../../shared/stations/district";
import type { DistrictList } from "../../../../../shared/stations/station-answer";
import { goBack } from "../../../navigation/pages";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { accessible } from "../../../ui/accessible";
import { Chip } from "../../../ui/chip";
import { Field } from "../../../ui/field";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { PointField } from "./point-field";
import { readPoint } from "./read-point";

interface HallFormProps {
  /** Null: a new one. */
  hall: Venue | null;
  districts: DistrictList["districts"];
}

/** Name, address, district and place of a hall; the room is how to find it inside. */
export function HallForm({ hall, districts }: HallFormProps) {
  const [name, setName] = useState(hall?.name ?? "");
  const [address, setAddress] = useState(hall?.address ?? "");
  const [room, setRoom] = useState(hall?.room ?? "");
  const [point, setPoint] = useState(hall ? `${hall.location.longitude},${hall.location.latitude}` : "");
  const [district, setDistrict] = useState(hall?.district ?? null);
  const [adding, add] = useAwaitedWrite("POST /halls", () => goBack());
  const [changing, change] = useAwaitedWrite("PUT /halls/:id", () => goBack());
  const location = readPoint(point);
  const save = () => {
    if (location === null || district === null) return;
    const facts = { name: name.trim(), address: address.trim(), district, location };
    const said = { ...facts, room: room.trim() === "" ? null : room.trim() };
    if (hall === null) add(said);
    else change({ ...said, id: hall.id });
  };
  const isBusy = adding.status === "running" || changing.status === "running";
  const isWhole = name.trim() !== "" && address.trim() !== "" && district !== null && location !== null;
  return (
    <>
      <Heading level={1} className="section-title">
        {hall === null ? "加一个场馆" : "改这个场馆"}
      </Heading>
      <View className="card form course-form">
        <Field label="叫什么" type="text" value={name} maxLength={HALL_LIMITS.name} onChange={setName} />
        <Field label="地址" type="text" value={address} maxLength={HALL_LIMITS.address} onChange={setAddress} />
        <View className="course-choice">
          <View className="field-label">在哪个区</View>
          <View className="course-chips" {...accessible({ role: "group", label: "在哪个区" })}>
            {districts.map(({ code, text }) => (
              <Chip
                key={districtQuery({ code, text })}
                on={district?.text === text && district.code === code}
                onPress={() => setDistrict({ code, text })}
              >
                {text}
              </Chip>
            ))}
          </View>
        </View>
        <PointField value={point} onChange={setPoint} />
        <Field
          label="哪个房间、怎么走(可以不填)"
          type="text"
          value={room}
          maxLength={HALL_LIMITS.room}
          onChange={setRoom}
        />
      </View>
      <View className="course-save">
        <Pressable className="button button-main" disabled={!isWhole || isBusy} onPress={save}>
          {isWhole ? "存下来" : "名字、地址、区和坐标要写全"}
        </Pressable>
        <TaskFailure task={adding} />
        <TaskFailure task={changing} />
      </View>
    </>
  );
}

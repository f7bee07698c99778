import { View } from "@tarojs/components";
import { useState } from "react";
import { COURSE_LIMITS } from "../../../../../shared/common/field-limits";
import { beijingDate, beijingDayNumber, MINUTE_MS } from "../../../../../shared/common/time";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Field } from "../../../ui/field";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { clockWords } from "../../../ui/words/clock-words";
import type { SessionDeskProps } from "./cancel-session";

const LONGEST_MINUTES = 3;

/** Another day, hour or room for one date; who booked it stays booked and is told. */
export function MoveSession({ session, onChanged }: SessionDeskProps) {
  const startsAt = Date.parse(session.startsAt);
  const lasts = String((Date.parse(session.endsAt) - startsAt) / MINUTE_MS);
  const [date, setDate] = useState(beijingDate(beijingDayNumber(startsAt)));
  const [time, setTime] = useState(clockWords(startsAt));
  const [minutes, setMinutes] = useState(lasts);
  const [room, setRoom] = useState(session.venue.room ?? "");
  const [task, move] = useAwaitedWrite("POST /classes/:id/move", async () => onChanged());
  const moved = Date.parse(`${date}T${time}:00+08:00`);
  const isPossible = Number.isFinite(moved) && /^\d{2,3}$/.test(minutes);
  const changed = {
    ...(moved === startsAt ? {} : { startsAt: new Date(isPossible ? moved : startsAt).toISOString() }),
    ...(minutes === lasts ? {} : { durationMinutes: Number(minutes) }),
    ...(room.trim() === (session.venue.room ?? "") ? {} : { room: room.trim() === "" ? null : room.trim() }),
  };
  return (
    <>
      <Heading level={2} className="section-title">
        调课
      </Heading>
      <View className="card form">
        <View className="secondary">报了的人名额不变，会收到通知。</View>
        <View className="fields">
          <Field label="改到哪天" type="date" value={date} onChange={setDate} />
          <Field label="几点开始" type="time" value={time} onChange={setTime} />
          <Field label="上多少分钟" type="text" value={minutes} maxLength={LONGEST_MINUTES} onChange={setMinutes} />
          <Field label="哪个房间" type="text" value={room} maxLength={COURSE_LIMITS.room} onChange={setRoom} />
        </View>
        <Pressable
          className="button button-plain"
          disabled={!isPossible || Object.keys(changed).length === 0 || task.status === "running"}
          onPress={() => move({ id: session.id, ...changed })}
        >
          就改成这样
        </Pressable>
        <TaskFailure task={task} />
      </View>
    </>
  );
}

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useEffect, useRef, useState } from "react";
import { readShortCode, SLIP_CODE_LENGTH } from "../../../../shared/people/short-code";
import type { WishSlip } from "../../../../shared/wishes/wish-answer";
import { StatePill } from "../../features/stations/state-pill";
import { PickupCode } from "../../features/wishes/pickup-code";
import { CallRightsLine } from "../../features/wishes/rights-help";
import { nextStepWords, WISH_STATE_WORDS, wishDayWords } from "../../features/wishes/wish-words";
import { callApi } from "../../http/call-api";
import { useServerNow } from "../../http/use-server-now";
import { useTask } from "../../http/use-task";
import { accessible } from "../../ui/accessible";
import { Field } from "../../ui/field";
import { Heading } from "../../ui/heading";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";
import "./index.scss";

/** With spaces between the groups. */
const LONGEST_TYPED = 40;

/** How far the wish on a paper slip is. No sign-in: whoever holds the paper may ask. */
export default function SlipPage() {
  const { code: given = "" } = useRouter().params;
  const [typed, setTyped] = useState(given);
  const [slip, setSlip] = useState<WishSlip | null>(null);
  const [task, look] = useTask(async (code: string) => {
    setSlip(null);
    setSlip(await callApi("GET /wishes/slip/:code", { code }));
  });
  const code = readShortCode(typed, SLIP_CODE_LENGTH);
  const scanned = useRef(readShortCode(given, SLIP_CODE_LENGTH));
  useEffect(() => {
    if (scanned.current === null) return;
    look(scanned.current);
    scanned.current = null;
  }, [look]);
  const isUnknown = task.status === "failed" && task.failure.code === "not_found";
  return (
    <PageFrame className="slip">
      <View className="card form">
        <Field
          label={`纸条上的码，${SLIP_CODE_LENGTH} 个字`}
          type="text"
          value={typed}
          maxLength={LONGEST_TYPED}
          onChange={setTyped}
        />
        <Pressable
          className="button button-main slip-look"
          disabled={code === null || task.status === "running"}
          onPress={() => code !== null && look(code)}
        >
          {task.status === "running" ? "正在查…" : "查办到哪一步"}
        </Pressable>
        {isUnknown ? (
          <View className="task-failure" {...accessible({ role: "alert", live: true })}>
            没有这个码，对着纸条再看一遍。
          </View>
        ) : (
          <TaskFailure task={task} />
        )}
      </View>
      {slip === null ? null : <SlipAnswer slip={slip} />}
    </PageFrame>
  );
}

function SlipAnswer({ slip: { number, state, due, pickup, categoryLabel, station, createdAt } }: { slip: WishSlip }) {
  const now = useServerNow();
  return (
    <View className="card slip-answer" {...accessible({ role: "status", live: true })}>
      <Heading level={1} className="slip-category">
        {categoryLabel}
      </Heading>
      <StatePill words={WISH_STATE_WORDS[state]} />
      <View className="slip-next">{nextStepWords({ state, due, pickup, referredTo: null }, now)}</View>
      {pickup?.code ? <PickupCode code={pickup.code} number={number} /> : null}
      {state === "referred" ? <CallRightsLine className="button-main" /> : null}
      <View className="secondary">
        {wishDayWords(createdAt)} 许的，到{station.name}拿
      </View>
      <View className="secondary">{station.address}</View>
    </View>
  );
}

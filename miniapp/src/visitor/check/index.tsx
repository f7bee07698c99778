import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useCallback, useState } from "react";
import type { CheckDone, VisitAnswer, VisitList } from "../../../../shared/checks/check-answer";
import { dateWords } from "../../../../shared/stations/hours-words";
import { CheckForm } from "../../features/checks/check-form";
import { useSignIn } from "../../features/people/sign-in";
import { SignInHere } from "../../features/people/sign-in-here";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { accessible } from "../../ui/accessible";
import { Field } from "../../ui/field";
import { Heading } from "../../ui/heading";
import { Failure, Message } from "../../ui/message";
import { Notice } from "../../ui/notice";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

const CODE_LENGTH = 8;

/** 到门口看看: whoever has the code of a sample goes from door to door and says what is there. */
export default function CheckPage() {
  const { code: given = "" } = useRouter().params;
  const [code, setCode] = useState(given);
  const isSignedIn = useSignIn() !== null;
  return (
    <PageFrame className="check">
      {!isSignedIn ? (
        <SignInHere title="先登录，再去看门" advice="每个门记一次，所以要知道是谁查的" />
      ) : code === "" ? (
        <AskCode onCode={setCode} />
      ) : (
        <Visits code={code} onOther={() => setCode("")} />
      )}
    </PageFrame>
  );
}

function AskCode({ onCode }: { onCode: (code: string) => void }) {
  const [text, setText] = useState("");
  const code = text.toUpperCase().replace(/\s/g, "");
  return (
    <View className="card check-form">
      <Heading level={1} className="check-name">
        到门口看看，开没开
      </Heading>
      <View>工会给你一个检查码，填在这里</View>
      <Field label="检查码" type="text" value={text} maxLength={12} onChange={setText} />
      <Pressable className="button button-main" disabled={code.length !== CODE_LENGTH} onPress={() => onCode(code)}>
        开始
      </Pressable>
    </View>
  );
}

function Visits({ code, onOther }: { code: string; onOther: () => void }) {
  const load = useCallback(() => callApi("GET /checks/rounds/:code/visits", { code }), [code]);
  const [list, reload] = useLoadable(load);
  const [chosen, setChosen] = useState<VisitAnswer | null>(null);
  const [done, setDone] = useState<CheckDone | null>(null);
  // The list is loaded anew when it is looked at, not between one door and the next.
  const [made, setMade] = useState<ReadonlySet<string>>(new Set());
  if (list.status === "loading") return <ListSkeleton rows={4} />;
  if (list.status === "failed") {
    if (list.failure.code !== "not_found") return <Failure failure={list.failure} onRetry={reload} />;
    return (
      <Message title="没有这个检查码" advice="看看是不是抄错了，或者问问工会">
        <Pressable className="button button-main" onPress={onOther}>
          换一个码
        </Pressable>
      </Message>
    );
  }
  if (chosen !== null && done === null) {
    return (
      <>
        <CheckForm
          key={chosen.id}
          code={code}
          visit={chosen}
          onDone={(one) => {
            setMade(new Set([...made, chosen.id]));
            setDone(one);
          }}
        />
        <Pressable
          className="button button-quiet"
          onPress={() => {
            setChosen(null);
            void reload();
          }}
        >
          不是这个门
        </Pressable>
      </>
    );
  }
  if (chosen !== null && done !== null) {
    const next = list.value.visits.find(({ id, isDone }) => !isDone && !made.has(id)) ?? null;
    const go = (visit: VisitAnswer | null) => {
      setChosen(visit);
      setDone(null);
      if (visit === null) void reload();
    };
    return <Told visit={chosen} done={done} next={next} onGo={go} />;
  }
  return <VisitsToMake list={list.value} onChoose={setChosen} />;
}

function VisitsToMake({ list, onChoose }: { list: VisitList; onChoose: (visit: VisitAnswer) => void }) {
  const left = list.visits.filter(({ isDone }) => !isDone);
  if (left.length === 0) return <Message title="都查完了，谢谢" advice="结果工会看得到" />;
  return (
    <>
      <Heading level={1} className="section-title">
        还有 {left.length} 个门，查了 {list.visits.length - left.length} 个
      </Heading>
      <Notice>先看门，再点。点之前不要翻它的页面，这样查的才准。</Notice>
      {list.own > 0 ? <View className="secondary">你自己管的 {list.own} 个站由别人查</View> : null}
      {left.map((visit) => (
        <Pressable key={visit.id} className="card check-visit" onPress={() => onChoose(visit)}>
          <View className="check-name">{visit.station.name}</View>
          <View className="secondary">
            {dateWords(visit.date)} {visit.hour} 点到 {visit.hour + 1} 点 · {visit.station.address}
          </View>
        </Pressable>
      ))}
    </>
  );
}

const SAID = { open: "开着", closed: "关着", unknown: "不知道" } as const;

interface ToldProps {
  visit: VisitAnswer;
  done: CheckDone;
  /** Null: this was the last. */
  next: VisitAnswer | null;
  /** To a door, or to the list. */
  onGo: (visit: VisitAnswer | null) => void;
}

/** What was said and what the product says; one tap is at the next door. */
function Told({ visit, done, next, onGo }: ToldProps) {
  return (
    <View className="card check-form" {...accessible({ role: "status", live: true })}>
      <Heading level={1} className="check-name">
        记下了：{visit.station.name}
      </Heading>
      <View>你看到：{done.found.door === "open" ? "开着" : "关着"}</View>
      <View>门上的时间说：{SAID[done.said.posted]}</View>
      <View>我们说：{SAID[done.said.answered]}</View>
      {next === null ? null : (
        <Pressable className="button button-main" onPress={() => onGo(next)}>
          下一个门：{next.station.name}
        </Pressable>
      )}
      <Pressable className={next === null ? "button button-main" : "button button-quiet"} onPress={() => onGo(null)}>
        {next === null ? "查完了" : "看还有哪些门"}
      </Pressable>
    </View>
  );
}

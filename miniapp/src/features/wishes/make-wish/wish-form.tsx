import { View } from "@tarojs/components";
import { useEffect, useRef, useState } from "react";
import { isRightsRequest } from "../../../../../shared/wishes/rights-request";
import { categoryLabel } from "../../../../../shared/wishes/wish-category";
import { LONGEST_WISH } from "../../../../../shared/wishes/wish-limits";
import { isWechat } from "../../../build-settings";
import { backToWishes } from "../../../navigation/wish-pages";
import { enqueue } from "../../../queue/pending-writes";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { SentencesField } from "../../../ui/sentences-field";
import { TaskFailure } from "../../../ui/task-failure";
import { askToSubscribe, prepareToAsk } from "../../messages/ask-to-subscribe";
import { useSignIn } from "../../people/sign-in";
import { SignInSheet } from "../../people/sign-in-sheet";
import {
  EMPTY_DRAFT,
  forgetDraft,
  isForStation,
  keepDraft,
  missingOf,
  readDraft,
  type WishDraft,
  wishOf,
} from "../wish-draft";
import { CategoryTiles } from "./category-tiles";
import { ContactFields } from "./contact-fields";
import { MissingAt } from "./missing-at";
import type { TakenWish } from "./paper-slip";
import { RightsCard } from "./rights-card";
import { RightsSheet } from "./rights-sheet";
import { StationFields } from "./station-fields";
import { useOwnStation } from "./use-own-station";

interface WishFormProps {
  /** Somebody without a phone is helped: they are the one counted, and get a slip. */
  forOther: boolean;
  /** For a helper: the server has it. */
  onTaken: (taken: TakenWish) => void;
}

/** All of a wish on one page, in the order in which people say it. */
export function WishForm({ forOther, onTaken }: WishFormProps) {
  useEffect(() => void prepareToAsk(), []);
  // What somebody else says is not kept on a helper's phone.
  const [draft, setDraft] = useState(() => (forOther ? EMPTY_DRAFT : readDraft()));
  const [isTold, setTold] = useState(false);
  const [leavesRecord, leaveRecord] = useState(false);
  const missing = isTold ? missingOf(draft, forOther) : null;
  const keep = (part: Partial<WishDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    if (!forOther) keepDraft(next);
  };
  const change = (part: Partial<WishDraft>) => {
    setTold(false);
    keep(part);
  };
  const own = useOwnStation(forOther, draft.station === null ? (station) => keep({ station }) : null);
  const sending = useSending({
    draft,
    forOther,
    onTaken,
    onQueued: () => {
      // The web keeps this page behind the next one: nobody may find their words there.
      setDraft(EMPTY_DRAFT);
      backToWishes();
    },
  });
  const press = () => {
    const isReady = missingOf(draft, forOther) === null;
    setTold(!isReady);
    if (isReady) sending.start();
  };
  const isRights = draft.category === "rights" && !leavesRecord;
  return (
    <View className="form">
      <Heading level={2} className="section-title">
        1. 想要哪一类
      </Heading>
      <CategoryTiles chosen={draft.category} onChoose={(category) => change({ category })} />
      <MissingAt field="category" missing={missing} />
      {isRights ? (
        <RightsCard onRecord={() => leaveRecord(true)} />
      ) : (
        <>
          <Heading level={2} className="section-title">
            2. 说一两句
          </Heading>
          <View className="card">
            <SentencesField
              label={forOther ? "他想要什么(可以用键盘上的话筒说)" : "想要什么(可以用键盘上的话筒说)"}
              value={draft.text}
              maxLength={LONGEST_WISH}
              placeholder={isForStation(draft) ? "比如：微波炉坏了，修一修" : "比如：想要一副防寒手套，骑车冻手"}
              onChange={(text) => change({ text })}
            />
            <MissingAt field="text" missing={missing} />
            <View className="secondary">不用写名字、电话，写在第 4 步，别人看不到。</View>
          </View>
          <Heading level={2} className="section-title">
            {isForStation(draft) ? "3. 哪个驿站" : "3. 到哪个驿站拿"}
          </Heading>
          <MissingAt field="station" missing={missing} />
          <StationFields
            asks={isForStation(draft) ? "place" : "pickup"}
            chosen={draft.station}
            onPropose={own === "none" ? (station) => keep({ station }) : nothing}
            onChoose={(station) => change({ station })}
          />
          <Heading level={2} className="section-title">
            {forOther ? "4. 怎么找到他" : "4. 怎么找到你"}
          </Heading>
          <ContactFields draft={draft} forOther={forOther} missing={missing} onChange={change} />
          <Pressable className="button button-main make-wish-send" disabled={sending.isRunning} onPress={press}>
            {sending.isRunning ? "正在发…" : "许愿"}
          </Pressable>
          <TaskFailure task={sending.task} />
        </>
      )}
      {sending.asksSignIn ? (
        <SignInSheet
          title="发出去要先登录"
          askAt={forOther ? null : "wish"}
          onSignedIn={sending.goOn}
          onClose={sending.stop}
        />
      ) : null}
      {sending.asksRights ? (
        <RightsSheet
          onRefer={sending.refer}
          onInsist={sending.insist}
          onClose={sending.stop}
          isFixed={draft.category === "rights"}
        />
      ) : null}
    </View>
  );
}

function nothing(): void {}

interface Sending {
  draft: WishDraft;
  forOther: boolean;
  onTaken: WishFormProps["onTaken"];
  /** It is kept on the phone, and sent from there. */
  onQueued: () => void;
}

/** One's own wish waits for the network in the queue; a helper waits for the slip's code, which only the server has. */
function useSending({ draft, forOther, onTaken, onQueued }: Sending) {
  const isSignedIn = useSignIn() !== null;
  const [asks, setAsks] = useState<"sign_in" | "rights" | null>(null);
  // In the tap that signed in: WeChat counts a second question as none.
  const hasAsked = useRef(false);
  const [task, submit] = useAwaitedWrite("POST /wishes", (answer) =>
    onTaken({
      ...answer,
      categoryLabel: draft.category === null ? "" : categoryLabel(draft.category),
      station: draft.station ?? { id: "", name: "" },
    }),
  );
  const send = (insist: boolean) => {
    const wish = wishOf(draft, { forOther, insist });
    if (wish === null) return;
    setAsks(null);
    if (forOther) return submit(wish);
    // First in the tap: WeChat asks nobody later.
    if (!hasAsked.current) askToSubscribe("wish");
    enqueue("POST /wishes", wish);
    forgetDraft();
    onQueued();
  };
  const goOn = () => {
    if (draft.category !== null && isRightsRequest({ category: draft.category, text: draft.text })) {
      return setAsks("rights");
    }
    send(false);
  };
  const start = () => {
    if (!isSignedIn) return setAsks("sign_in");
    goOn();
  };
  return {
    task,
    isRunning: task.status === "running",
    asksSignIn: asks === "sign_in" && !isSignedIn,
    asksRights: asks === "rights",
    start,
    /** After a sign-in, by itself. */
    goOn: () => {
      hasAsked.current = isWechat && !forOther;
      goOn();
    },
    refer: () => send(false),
    insist: () => send(true),
    stop: () => setAsks(null),
  };
}

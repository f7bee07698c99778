import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { isRightsRequest } from "../../../../../shared/wishes/rights-request";
import type { WishView } from "../../../../../shared/wishes/wish-answer";
import { LONGEST_WISH } from "../../../../../shared/wishes/wish-limits";
import { backToWishes } from "../../../navigation/wish-pages";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { SentencesField } from "../../../ui/sentences-field";
import { askToSubscribe, prepareToAsk } from "../../messages/ask-to-subscribe";
import { MoveFailure } from "../move-failure";
import { CallRightsLine, RightsHelp } from "../rights-help";
import { draftOf, editOf, isForStation, type Missing, missingOf, type WishDraft } from "../wish-draft";
import { ContactFields } from "./contact-fields";
import { MissingAt } from "./missing-at";
import { StationFields } from "./station-fields";

/** What a wish says, to be written over. Whoever helped has the contact data no longer, and changes the rest. */
export function EditForm({ wish }: { wish: WishView }) {
  useEffect(() => void prepareToAsk(), []);
  const [draft, setDraft] = useState(() => draftOf(wish));
  const [told, setTold] = useState<Missing | null>(null);
  const [task, save] = useAwaitedWrite("PUT /wishes/:id", backToWishes);
  const isOwn = wish.parties.includes("worker");
  const isAskedAnew = draft.text.trim() !== wish.text;
  const change = (part: Partial<WishDraft>) => {
    setDraft({ ...draft, ...part });
    setTold(null);
  };
  const press = () => {
    const missing = missingOf(isOwn ? draft : { ...draft, name: "他" }, !isOwn);
    setTold(missing);
    if (missing !== null) return;
    askToSubscribe("wish");
    save(editOf(draft, wish));
  };
  return (
    <View className="form">
      <Heading level={2} className="section-title">
        {wish.categoryLabel}：想要什么
      </Heading>
      <View className="card">
        <SentencesField
          label="想要什么(可以用键盘上的话筒说)"
          value={draft.text}
          maxLength={LONGEST_WISH}
          onChange={(text) => change({ text })}
        />
        <MissingAt field="text" missing={told} />
        {isAskedAnew ? <View className="secondary">{anewWords(wish.state)}</View> : null}
      </View>
      {isAskedAnew && isRightsRequest({ category: wish.category, text: draft.text }) ? (
        <View className="card">
          <RightsHelp />
          <CallRightsLine className="button-plain" />
        </View>
      ) : null}
      <Heading level={2} className="section-title">
        {isForStation(draft) ? "哪个驿站" : "到哪个驿站拿"}
      </Heading>
      <MissingAt field="station" missing={told} />
      <StationFields
        asks={isForStation(draft) ? "place" : "pickup"}
        chosen={draft.station}
        onChoose={(station) => change({ station })}
      />
      {isOwn ? (
        <>
          <Heading level={2} className="section-title">
            怎么找到你
          </Heading>
          <ContactFields draft={draft} forOther={false} missing={told} onChange={change} />
        </>
      ) : null}
      <Pressable
        className="button button-main make-wish-send"
        disabled={task.status === "running"}
        label="改好了，发给工会"
        onPress={press}
      >
        {task.status === "running" ? "正在发…" : "改好了"}
      </Pressable>
      <MoveFailure task={task} />
      <Pressable className="button button-quiet" onPress={backToWishes}>
        不改了
      </Pressable>
    </View>
  );
}

/** What new words lead to, before the tap. */
function anewWords(state: WishView["state"]): string {
  if (state === "need_info") return "改了就当回了工会的话，工会接着看。";
  if (state === "approved") return "改了话，工会要再看一遍，才有人认领。";
  return "工会会看新写的话。";
}

import { View } from "@tarojs/components";
import { MISSING_STATE_WORDS } from "../../../../shared/missing-stations/needs";
import type { PublicLists } from "../../../../shared/public-lists/public-lists";
import { dateWords } from "../../../../shared/stations/hours-words";
import { openMissingStations } from "../../navigation/pages";
import { Heading } from "../../ui/heading";
import { Pressable } from "../../ui/pressable";
import { distanceWords } from "../stations/station-words";
import { numberedCards } from "../wishes/numbered-cards";
import { NumberRow } from "./number-row";

type Asked = PublicLists["asked"];

/** 需求清单: wishes, and where a station is missing. What people want to learn stands beside it. */
export function AskedList({ asked }: { asked: Asked }) {
  const { wishes, hasFewer, missing, otherMissing } = asked;
  return (
    <>
      <Heading level={3} className="list-title">
        大家的心愿（一年里）
      </Heading>
      <View className="card number-list">
        {wishes.map(({ key, label, wishes: count }) => (
          <NumberRow key={key ?? "others"} label={label} number={`${count} 个`}>
            <Cards cards={asked.cards.filter(({ category }) => isOf(asked, key, category))} />
          </NumberRow>
        ))}
        {asked.cards.length === 0 ? null : (
          <NumberRow label="办好了，写成卡片的" number={`${asked.cards.length} 张`}>
            <Cards cards={asked.cards} />
          </NumberRow>
        )}
        {wishes.length === 0 ? <View>{hasFewer ? "人还少，先不写数。" : "还没有。"}</View> : null}
        <View className="secondary">
          {hasFewer ? "不到 10 个人的不写，免得看出是谁。" : ""}今天的明天才算进来。许愿的话只有本人和工会看得到。
        </View>
      </View>
      <Heading level={3} className="list-title">
        哪里缺站
      </Heading>
      <View className="card number-list">
        {missing.map((one) => (
          <Missing key={one.id} missing={one} />
        ))}
        {otherMissing === null ? null : (
          <View>
            另外 {otherMissing.places} 处，一共 {otherMissing.people} 人次说过，每处不到 10 个人
          </View>
        )}
        {missing.length === 0 && otherMissing === null ? <View>还没有满 10 个人说的，也没有工会回过话的。</View> : null}
        <Pressable className="button button-plain" onPress={openMissingStations}>
          我也说一处
        </Pressable>
      </View>
    </>
  );
}

/** Cards of a category; of the small ones together those of every category that has no row of its own. */
function isOf({ wishes }: Asked, key: string | null, category: string): boolean {
  return key === null ? wishes.every((row) => row.key !== category) : key === category;
}

function Cards({ cards }: { cards: Asked["cards"] }) {
  if (cards.length === 0) return <View className="secondary">还没有写好的卡片。办好的，工会写一张贴在这里。</View>;
  return (
    <>
      {numberedCards(cards).map(({ number, card, stationName, fulfilledOn, isDemo }) => (
        <View key={number} className="number-part">
          <View>
            {isDemo ? "示例 · " : ""}
            {card}
          </View>
          <View className="secondary">
            {stationName} · {dateWords(fulfilledOn)}办好
          </View>
        </View>
      ))}
    </>
  );
}

function Missing({ missing }: { missing: Asked["missing"][number] }) {
  const { needs, people, state, why, nearest } = missing;
  return (
    <NumberRow label={`缺${needs}`} number={people === null ? MISSING_STATE_WORDS[state] : `${people} 个人`}>
      <View className="number-part">
        {nearest === null ? null : (
          <View>
            离「{nearest.name}」约 {distanceWords(nearest.metres, true)}
          </View>
        )}
        <View>
          {MISSING_STATE_WORDS[state]}
          {why === null ? "" : `：${why}`}
        </View>
      </View>
    </NumberRow>
  );
}

import { View } from "@tarojs/components";
import { useCallback, useState } from "react";
import { AMENITIES, type AmenityKind } from "../../../../../shared/amenities/amenity";
import type { EpochMs } from "../../../../../shared/common/time";
import { holidayQuestion } from "../../../../../shared/holidays/roll-call";
import { dateWords, weekInShort } from "../../../../../shared/stations/hours-words";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { type AgeingQuestion, ageingQuestions, MOST_QUESTIONS } from "../../../../../shared/trust/ageing";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { openStation } from "../../../navigation/pages";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { AmenitySheet } from "./amenity-sheet";
import { keptOf } from "./apply-writes";
import { CloseSheet } from "./close-sheet";
import type { KeeperTap } from "./keeper-tap";

interface QuestionsCardProps {
  station: StationDetail;
  now: EpochMs;
  onTap: (tap: KeeperTap) => void;
}

/** What is too old to be sure of, three things at most with the holiday among them; gone where nothing is. */
export function QuestionsCard({ station, now, onTap }: QuestionsCardProps) {
  const { id } = station;
  const load = useCallback(() => callApi("GET /stations/:id/shown", { id }), [id]);
  const [shown] = useLoadable(load);
  // Yesterday is whole; without network the slower clock counts.
  const times = shown.status === "ready" ? (shown.value.days[1]?.times ?? null) : null;
  const room = MOST_QUESTIONS - (holidayQuestion(station.hours, now) === null ? 0 : 1);
  const questions = ageingQuestions(keptOf(station), now, times).slice(0, room);
  if (questions.length === 0) return null;
  return (
    <View className="card questions">
      <Heading level={2} className="holiday-title">
        还是这样吗？
      </Heading>
      {times === null ? null : <View className="secondary">昨天有 {times} 次，找驿站的人第一个看到的是你这里</View>}
      {questions.map((question) => (
        <Question
          key={`${question.fact} ${question.kinds.join()}`}
          question={question}
          station={station}
          now={now}
          onTap={onTap}
        />
      ))}
    </View>
  );
}

function Question({
  question: { fact, kinds },
  station,
  now,
  onTap,
}: QuestionsCardProps & { question: AgeingQuestion }) {
  const { id } = station;
  const [isWrong, setWrong] = useState(false);
  const [first] = kinds;
  const words = questionWords(fact, kinds, station);
  const tap = (one: KeeperTap) => {
    setWrong(false);
    onTap(one);
  };
  return (
    <View className="question">
      <View className="question-words">{words.ask}</View>
      <View className="keeper-actions">
        <Pressable
          className="button keeper-confirm"
          label={`${words.ask}${words.right}`}
          onPress={() =>
            fact === "medicine"
              ? setWrong(true)
              : tap({ endpoint: "POST /stations/:id/facts", input: { id, fact, kinds: [...kinds] } })
          }
        >
          {words.right}
        </Pressable>
        {words.wrong === null ? null : (
          <Pressable
            className="button button-plain"
            label={`${words.ask}${words.wrong}`}
            onPress={() => (fact === "hours" || fact === "position" ? openStation(id) : setWrong(true))}
          >
            {words.wrong}
          </Pressable>
        )}
      </View>
      {isWrong && fact === "door" ? (
        <CloseSheet
          hours={station.hours}
          now={now}
          onClose={() => setWrong(false)}
          onChoose={(until, reason) =>
            tap({ endpoint: "PUT /stations/:id/closure", input: { id, until: new Date(until).toISOString(), reason } })
          }
        />
      ) : null}
      {isWrong && fact !== "door" && first !== undefined ? (
        <AmenitySheet kind={first} station={station} onClose={() => setWrong(false)} onTap={tap} />
      ) : null}
    </View>
  );
}

interface QuestionWords {
  ask: string;
  right: string;
  /** Null: there is one way to answer. */
  wrong: string | null;
}

function questionWords(
  fact: AgeingQuestion["fact"],
  kinds: readonly AmenityKind[],
  station: StationDetail,
): QuestionWords {
  const names = kinds.map((kind) => AMENITIES[kind].label).join("、");
  switch (fact) {
    case "door":
      return { ask: "门照常开着吗？", right: "开着", wrong: "没开" };
    case "hours":
      return { ask: `平常几点开，还对吗？${weekInShort(station.hours.week).join("；")}`, right: "对", wrong: "不对" };
    case "medicine": {
      const [kind] = kinds;
      const expiresOn = kind === undefined ? null : (station.amenityDetails[kind]?.expiresOn ?? null);
      return {
        ask: `${names}${expiresOn === null ? "" : ` ${dateWords(expiresOn)}`}到期，换了吗？`,
        right: "写新日期",
        wrong: null,
      };
    }
    case "supplies":
      return { ask: `${names}，还有吗？`, right: "都有", wrong: "有的没了" };
    case "furniture":
      return { ask: `${names}，都还好用吗？`, right: "都好用", wrong: "有的坏了" };
    case "position":
      return { ask: "驿站还在老地方吗？", right: "在", wrong: "搬了" };
  }
}

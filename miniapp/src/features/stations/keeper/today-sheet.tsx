import { View } from "@tarojs/components";
import { useState } from "react";
import { beijingDayNumber, type EpochMs } from "../../../../../shared/common/time";
import type { OpeningSpan } from "../../../../../shared/stations/hours";
import { hoursOfDay } from "../../../../../shared/stations/opening";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import type { KeeperTap } from "./keeper-tap";
import { hasOwnToday } from "./own-today";
import { readSpans, type SpanText, spanTexts } from "./span-text";

interface TodaySheetProps {
  station: StationDetail;
  now: EpochMs;
  onClose: () => void;
  onTap: (tap: KeeperTap) => void;
}

const USUAL_DAY: SpanText = { opens: "08:30", closes: "17:30" };
const PARTS = ["前一段", "后一段"];

/** Hours for today alone: one span, or two around a break. */
export function TodaySheet({ station, now, onClose, onTap }: TodaySheetProps) {
  const { id, hours } = station;
  const [spans, setSpans] = useState(() => shownAtFirst(hoursOfDay(hours, beijingDayNumber(now))));
  const isSplit = spans.length > 1;
  const read = readSpans(spans);
  const change = (at: number, part: Partial<SpanText>) =>
    setSpans(spans.map((span, index) => (index === at ? { ...span, ...part } : span)));
  const put = (today: OpeningSpan[]) => onTap({ endpoint: "PUT /stations/:id/today", input: { id, spans: today } });
  return (
    <Sheet title="今天几点开？" onClose={onClose}>
      {spans.map((span, at) => {
        const part = isSplit ? (PARTS[at] ?? "") : "";
        return (
          <View key={`span${part}`} className="keeper-times">
            <Field label={`${part}开门`} type="time" value={span.opens} onChange={(opens) => change(at, { opens })} />
            <Field
              label={`${part}关门`}
              type="time"
              value={span.closes}
              onChange={(closes) => change(at, { closes })}
            />
          </View>
        );
      })}
      <Pressable className="button button-quiet" onPress={() => setSpans(isSplit ? joined(spans) : split(spans))}>
        {isSplit ? "中间不歇，只要一段" : "中间要歇，分成两段"}
      </Pressable>
      <Pressable className="button keeper-confirm" disabled={read === null} onPress={() => read && put(read)}>
        {read === null ? "两段时间要分开" : "今天就这样"}
      </Pressable>
      <Pressable className="button button-plain" onPress={() => put([])}>
        今天不开
      </Pressable>
      {hasOwnToday(hours, now) ? (
        <Pressable
          className="button button-plain"
          onPress={() => onTap({ endpoint: "DELETE /stations/:id/today", input: { id } })}
        >
          和平常一样
        </Pressable>
      ) : null}
    </Sheet>
  );
}

function shownAtFirst(today: OpeningSpan[] | "unknown"): SpanText[] {
  return today === "unknown" || today.length === 0 ? [USUAL_DAY] : spanTexts(today.slice(0, PARTS.length));
}

/** The usual break, to be moved where it differs. */
function split([first = USUAL_DAY]: readonly SpanText[]): SpanText[] {
  return [
    { opens: first.opens, closes: "12:00" },
    { opens: "14:00", closes: first.closes },
  ];
}

function joined([first = USUAL_DAY, second = first]: readonly SpanText[]): SpanText[] {
  return [{ opens: first.opens, closes: second.closes }];
}

import { View } from "@tarojs/components";
import { FIGURE_KEYS, FIGURES } from "../../../../../shared/wishes/figures";
import type { WishFigureAnswer } from "../../../../../shared/wishes/figures-answer";
import { openOpenWishes } from "../../../navigation/wish-pages";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";

interface FigureCardProps {
  title: string;
  figures: WishFigureAnswer["total"];
}

/** One row of the report: rates first, then the counts, each of which opens what it counts. */
export function FigureCard({ title, figures }: FigureCardProps) {
  const { filter, fulfilmentRate, claimRate, reviewHours, satisfaction, costYuan } = figures;
  const rates: [string, string | null][] = [
    ["办结率", percent(fulfilmentRate)],
    ["认领率", percent(claimRate)],
    ["审核用时", reviewHours === null ? null : `${round(reviewHours)} 小时`],
    ["满意", satisfaction === null ? null : `${round(satisfaction)} 分`],
    ["花费", costYuan === 0 ? null : `${round(costYuan)} 元`],
  ];
  return (
    <View className="card figure-card">
      <Heading level={2} className="session-title">
        {title}
      </Heading>
      <View className="figure-rates">
        {rates.map(([name, value]) =>
          value === null ? null : (
            <View key={name} className="figure-rate">
              {name} <View className="figure-rate-value">{value}</View>
            </View>
          ),
        )}
      </View>
      <View className="figure-counts">
        {FIGURE_KEYS.filter((figure) => figures[figure] > 0).map((figure) => (
          <Pressable
            key={figure}
            className="chip figure-count"
            label={`${title}，${FIGURES[figure].label} ${figures[figure]} 个，看是哪些`}
            onPress={() => openOpenWishes([filter, `figure=${figure}`].filter((part) => part !== "").join("&"))}
          >
            {FIGURES[figure].label} {figures[figure]}
          </Pressable>
        ))}
      </View>
    </View>
  );
}

function percent(rate: number | null): string | null {
  return rate === null ? null : `${Math.round(rate * 100)}%`;
}

/** To one decimal: more would pretend. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

import { View } from "@tarojs/components";
import { useCallback, useState } from "react";
import type { FigureGroup } from "../../../../shared/wishes/figures";
import { exportWishFigures } from "../../features/classes/class-files";
import { OfficersFailure } from "../../features/people/staff-failure";
import { FigureCard } from "../../features/wishes/figures/figure-card";
import { FIGURE_PERIODS, type FigurePeriod, monthsOf } from "../../features/wishes/figures/figure-period";
import { callApi } from "../../http/call-api";
import { serverClock } from "../../http/server-clock";
import { useLoadable } from "../../http/use-loadable";
import { useTask } from "../../http/use-task";
import { useReturn } from "../../navigation/use-return";
import { saveTable } from "../../platform/table-file";
import { accessible } from "../../ui/accessible";
import { Chip } from "../../ui/chip";
import { Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import { TaskFailure } from "../../ui/task-failure";
import "./index.scss";

const GROUPS: readonly [FigureGroup, string][] = [
  ["month", "按月"],
  ["station", "按驿站"],
  ["street", "按街道"],
  ["category", "按类别"],
];

/** For officers: what they report. Every number opens the wishes that it counts. */
export default function WishFiguresPage() {
  const [by, setBy] = useState<FigureGroup>("month");
  const [period, setPeriod] = useState<FigurePeriod>("year");
  const load = useCallback(
    () => callApi("GET /wishes/figures", { by, ...monthsOf(period, serverClock.now()) }),
    [by, period],
  );
  const [figures, reload] = useLoadable(load);
  useReturn(() => void reload());
  const [exporting, save] = useTask(async () =>
    saveTable({
      name: "微心愿.xlsx",
      content: await exportWishFigures({ by, ...monthsOf(period, serverClock.now()) }),
    }),
  );
  return (
    <PageFrame className="wish-figures">
      <View className="wish-figures-head">
        <View className="wish-figures-groups" {...accessible({ role: "group", label: "看多久的" })}>
          {FIGURE_PERIODS.map(([one, name]) => (
            <Chip key={one} on={period === one} onPress={() => setPeriod(one)}>
              {name}
            </Chip>
          ))}
        </View>
        <View className="wish-figures-groups" {...accessible({ role: "group", label: "怎么分" })}>
          {GROUPS.map(([group, name]) => (
            <Chip key={group} on={by === group} onPress={() => setBy(group)}>
              {name}
            </Chip>
          ))}
        </View>
        <Pressable className="button button-plain" disabled={exporting.status === "running"} onPress={save}>
          {exporting.status === "running" ? "正在导出…" : "导出表格(XLSX)"}
        </Pressable>
        <TaskFailure task={exporting} />
      </View>
      {figures.status === "loading" ? (
        <ListSkeleton rows={3} />
      ) : figures.status === "failed" ? (
        <OfficersFailure failure={figures.failure} onRetry={reload} />
      ) : figures.value.rows.length === 0 ? (
        <Message title="这段时间还没有数字" advice="有人许了心愿，这里就有了；也可以换一段时间看" />
      ) : (
        <>
          <View className="secondary">
            办结率 = 已办结 ÷(通过 − 通过后撤回)。只有本人确认、或到日子没说不对的才算办结。
          </View>
          <View className="list wish-figures-list">
            <FigureCard title="合计" figures={figures.value.total} />
            {figures.value.rows.map((row) => (
              <FigureCard key={row.key} title={row.label} figures={row} />
            ))}
          </View>
        </>
      )}
    </PageFrame>
  );
}

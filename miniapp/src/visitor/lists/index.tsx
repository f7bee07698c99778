import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useCallback, useState } from "react";
import { beijingDate, beijingDayNumber } from "../../../../shared/common/time";
import type { PublicLists } from "../../../../shared/public-lists/public-lists";
import { dateWords } from "../../../../shared/stations/hours-words";
import { AskedList } from "../../features/public-lists/asked-list";
import { OfferedList } from "../../features/public-lists/offered-list";
import { ThereList } from "../../features/public-lists/there-list";
import { WantedList } from "../../features/public-lists/wanted-list";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useSharing } from "../../navigation/use-sharing";
import { PrintButton } from "../../platform/print-button";
import { ChipRow } from "../../ui/chip-row";
import { Heading } from "../../ui/heading";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

const LISTS = [
  ["there", "资源清单"],
  ["offered", "服务清单"],
  ["asked", "需求清单"],
] as const;
type ListName = (typeof LISTS)[number][0];

const FIRST_DISTRICTS = 6;

/** 三张清单: what there is, what is offered and what was asked for, by district. No sign-in to look. */
export default function PublicListsPage() {
  const { id } = useRouter().params;
  const [district, choose] = useState<string | undefined>(id || undefined);
  const load = useCallback(() => callApi("GET /public-lists", { district }), [district]);
  const [lists, reload] = useLoadable(load);
  const [shown, setShown] = useState<PublicLists | null>(null);
  if (lists.status === "ready" && lists.value !== shown) setShown(lists.value);
  useSharing({
    title: "三张清单：有什么、能办什么、大家要什么",
    page: "/visitor/lists/index",
    ...(district ? { id: district } : {}),
  });
  return (
    <PageFrame className="lists">
      {shown === null ? null : <Districts lists={shown} district={district} onChoose={choose} />}
      {lists.status === "loading" ? <ListSkeleton rows={4} /> : null}
      {lists.status === "failed" && lists.failure.code === "not_found" ? (
        <Message title="这里没有公开清单" advice="工会没有打开，或者这个区还没有站" />
      ) : lists.status === "failed" ? (
        <Failure failure={lists.failure} onRetry={() => void reload()} />
      ) : null}
      {lists.status === "ready" ? <Lists key={district ?? ""} lists={lists.value} district={district} /> : null}
    </PageFrame>
  );
}

interface DistrictsProps {
  lists: PublicLists;
  district: string | undefined;
  onChoose: (district: string | undefined) => void;
}

function Districts({ lists: { districts }, district, onChoose }: DistrictsProps) {
  const all = { key: "", label: "全部", on: district === undefined, press: () => onChoose(undefined) };
  const chips = districts.map(({ key, name }) => ({
    key,
    label: name,
    on: key === district,
    press: () => onChoose(key),
  }));
  return <ChipRow label="哪个区" first={FIRST_DISTRICTS} chips={[all, ...chips]} />;
}

interface ListsProps {
  lists: PublicLists;
  district: string | undefined;
}

/** One list at a time on a screen, all of them on paper. */
function Lists({ lists, district }: ListsProps) {
  const [open, setOpen] = useState<ListName>("there");
  const day = beijingDate(beijingDayNumber(Date.parse(lists.asOf)));
  return (
    <>
      <Heading level={1} className="section-title">
        {lists.district?.name ?? "全部区县"} · {dateWords(day)}
      </Heading>
      <ChipRow
        label="哪张清单"
        first={LISTS.length}
        chips={LISTS.map(([key, label]) => ({ key, label, on: key === open, press: () => setOpen(key) }))}
      />
      {LISTS.map(([key, label]) => (
        <View key={key} className={key === open ? "lists-one" : "lists-one lists-paper"}>
          <Heading level={2} className="section-title">
            {label}
          </Heading>
          {key === "there" ? <ThereList there={lists.there} district={district} /> : null}
          {key === "offered" ? <OfferedList offered={lists.offered} district={district} /> : null}
          {key === "asked" ? (
            <>
              <AskedList asked={lists.asked} />
              <WantedList lists={lists} />
            </>
          ) : null}
        </View>
      ))}
      <View className="lists-print">
        <PrintButton what="清单" instead="要打印，在电脑的浏览器里打开这一页。" />
      </View>
    </>
  );
}

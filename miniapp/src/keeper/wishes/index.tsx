import { View } from "@tarojs/components";
import Taro, { usePullDownRefresh } from "@tarojs/taro";
import { useCallback } from "react";
import type { WishHandovers } from "../../../../shared/wishes/wish-answer";
import { KeepersFailure } from "../../features/people/staff-failure";
import { KeeperLine } from "../../features/trust/keeper-line";
import { HandoverCard } from "../../features/wishes/handover/handover-card";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useReturn } from "../../navigation/use-return";
import { openSlip, openWishFormForOther } from "../../navigation/wish-pages";
import { Heading } from "../../ui/heading";
import { Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** For keepers and officers: what waits to be collected, and help for those without a phone. */
export default function KeeperWishesPage() {
  const load = useCallback(() => callApi("GET /wishes/handovers", {}), []);
  const [waiting, reload] = useLoadable(load);
  useReturn(() => void reload());
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <PageFrame className="keeper-wishes">
      <KeeperLine />
      {waiting.status === "loading" ? (
        <ListSkeleton rows={2} />
      ) : waiting.status === "failed" ? (
        <KeepersFailure failure={waiting.failure} onRetry={reload} />
      ) : (
        <>
          <Waiting wishes={waiting.value.wishes} onHandedOver={reload} />
          <Heading level={2} className="section-title">
            有人没手机？
          </Heading>
          <View className="card keeper-wishes-help">
            <Pressable className="button button-plain" onPress={openWishFormForOther}>
              帮他许个心愿
            </Pressable>
            <Pressable className="button button-plain" onPress={openSlip}>
              按纸条帮他查
            </Pressable>
          </View>
        </>
      )}
    </PageFrame>
  );
}

interface WaitingProps {
  wishes: WishHandovers["wishes"];
  onHandedOver: () => Promise<void>;
}

function Waiting({ wishes, onHandedOver }: WaitingProps) {
  if (wishes.length === 0) return <Message title="现在没有要发的" advice="工会把东西放到你这里，会出现在这儿" />;
  return (
    <>
      <Heading level={1} className="section-title">
        等人来拿：{wishes.length} 件
      </Heading>
      <View className="list handover-list">
        {wishes.map((wish) => (
          <HandoverCard key={wish.id} wish={wish} onHandedOver={onHandedOver} />
        ))}
      </View>
    </>
  );
}

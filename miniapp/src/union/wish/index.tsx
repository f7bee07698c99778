import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useCallback } from "react";
import { OfficersFailure } from "../../features/people/staff-failure";
import { DeskPanel } from "../../features/wishes/desk/desk-panel";
import { SimilarWishes } from "../../features/wishes/desk/similar-wishes";
import { WallCard } from "../../features/wishes/desk/wall-card";
import { WishRecord } from "../../features/wishes/desk/wish-record";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { openOpenWishes } from "../../navigation/wish-pages";
import { Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** For officers: one wish, what can be done with it, and those that are like it. */
export default function WishDeskPage() {
  const { id = "" } = useRouter().params;
  // How to reach the worker is not asked for here: every look at it is recorded.
  const load = useCallback(() => callApi("GET /wishes/:id", { id, contact: "no" }), [id]);
  const [wish, reload] = useLoadable(load);
  const now = useServerNow();
  return (
    <PageFrame className="wish-desk">
      {wish.status === "loading" ? (
        <ListSkeleton rows={2} />
      ) : wish.status === "failed" && wish.failure.code === "not_found" ? (
        <Message title="没有这个心愿" advice="可能不在你管的区里，看看别的">
          <Pressable className="button button-main" onPress={() => openOpenWishes("")}>
            看要办的心愿
          </Pressable>
        </Message>
      ) : wish.status === "failed" ? (
        <OfficersFailure failure={wish.failure} onRetry={reload} />
      ) : (
        <View className="wish-desk-columns">
          <View className="wish-desk-column">
            <WishRecord wish={wish.value} now={now} />
            <DeskPanel wish={wish.value} onMoved={reload} />
          </View>
          <View className="wish-desk-column">
            {wish.value.moves.includes("merge") ? (
              <SimilarWishes wish={wish.value} now={now} onMerged={reload} />
            ) : null}
            <WallCard key={wish.value.card ?? ""} wish={wish.value} onChanged={reload} />
          </View>
        </View>
      )}
    </PageFrame>
  );
}

import Taro, { usePullDownRefresh } from "@tarojs/taro";
import { useCallback } from "react";
import { useSignIn } from "../../features/people/sign-in";
import { TabNotices } from "../../features/people/tab-notices";
import { loadMine } from "../../features/wishes/load-mine";
import { NEW_WISH_RECORD } from "../../features/wishes/new-wish-record";
import { MyWishesSection } from "../../features/wishes/wall/my-wishes";
import { WishWall } from "../../features/wishes/wall/wish-wall";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { useReturn } from "../../navigation/use-return";
import { useSharing } from "../../navigation/use-sharing";
import { usePending, useSent } from "../../queue/pending-writes";
import { PageFrame } from "../../ui/page-frame";
import "./index.scss";

const loadWall = () => callApi("GET /wishes", {});

/** 心愿: how far one's own is and what comes next, one button to make one, and what was fulfilled. No sign-in to look. */
export default function WishesPage() {
  const userId = useSignIn()?.user.id ?? null;
  const load = useCallback(() => loadMine(userId ?? ""), [userId]);
  const [mine, reloadMine] = useLoadable(userId === null ? null : load);
  const [wall, reloadWall] = useLoadable(loadWall);
  const waiting = usePending(NEW_WISH_RECORD);
  const reload = () => Promise.all([reloadMine(), reloadWall()]);
  useSent(NEW_WISH_RECORD, () => void reloadMine());
  useSharing({ title: "微心愿：工友们的心愿这样实现了，你也来写一个", page: "/pages/wishes/index" });
  useReturn(() => void reload());
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <PageFrame className="wishes">
      <TabNotices />
      <MyWishesSection
        mine={userId === null ? null : mine}
        waiting={waiting.filter((write) => write.userId === userId)}
        onReload={() => void reload()}
      />
      <WishWall wall={wall} onReload={() => void reloadWall()} />
    </PageFrame>
  );
}

import Taro, { usePullDownRefresh, useRouter } from "@tarojs/taro";
import { useCallback, useEffect } from "react";
import { prepareToAsk } from "../../features/messages/ask-to-subscribe";
import { useSignIn } from "../../features/people/sign-in";
import { SignInHere } from "../../features/people/sign-in-here";
import { loadMyWish } from "../../features/wishes/load-mine";
import { WishDetail } from "../../features/wishes/wish/wish-detail";
import { useLoadable } from "../../http/use-loadable";
import { useServerNow } from "../../http/use-server-now";
import { useReturn } from "../../navigation/use-return";
import { openWishes } from "../../navigation/wish-pages";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

const NOT_MINE = new Set(["not_found", "not_signed_in", "sign_in_expired"]);

/** One wish of one's own, or one that one helped with: all that happened, and what to do now. */
export default function WishPage() {
  const { id = "" } = useRouter().params;
  const userId = useSignIn()?.user.id ?? null;
  const load = useCallback(() => loadMyWish(id, userId), [id, userId]);
  const [loaded, reload] = useLoadable(load);
  useEffect(() => void prepareToAsk(), []);
  const now = useServerNow();
  useReturn(() => void reload());
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <PageFrame className="wish">
      {loaded.status === "loading" ? (
        <ListSkeleton rows={2} />
      ) : userId === null && id !== "" ? (
        <SignInHere title="登录了才看得到这个心愿" advice="用许愿的那个账号登录，这里接着看" />
      ) : loaded.status === "failed" && NOT_MINE.has(loaded.failure.code) ? (
        <Message title="没找到这个心愿" advice="登录许愿的那个账号，在心愿里看">
          <Pressable className="button button-main" onPress={openWishes}>
            去心愿
          </Pressable>
        </Message>
      ) : loaded.status === "failed" ? (
        <Failure failure={loaded.failure} onRetry={() => void reload()} />
      ) : (
        <WishDetail {...loaded.value} now={now} onChanged={reload} />
      )}
    </PageFrame>
  );
}

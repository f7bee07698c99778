import { useRouter } from "@tarojs/taro";
import { useCallback } from "react";
import { useSignIn } from "../../features/people/sign-in";
import { SignInHere } from "../../features/people/sign-in-here";
import { loadMyWish } from "../../features/wishes/load-mine";
import { EditForm } from "../../features/wishes/make-wish/edit-form";
import { useLoadable } from "../../http/use-loadable";
import { openWishes } from "../../navigation/wish-pages";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "../make-wish/index.scss";

const NOT_MINE = new Set(["not_found", "not_signed_in", "sign_in_expired"]);

/** Changes a wish that nobody has claimed yet: what it says, where to collect it, how to be reached. */
export default function EditWishPage() {
  const { id = "" } = useRouter().params;
  const userId = useSignIn()?.user.id ?? null;
  const load = useCallback(() => loadMyWish(id, userId), [id, userId]);
  const [loaded, reload] = useLoadable(load);
  const toWishes = (
    <Pressable className="button button-main" onPress={openWishes}>
      去心愿
    </Pressable>
  );
  return (
    <PageFrame className="make-wish">
      {loaded.status === "loading" ? (
        <ListSkeleton rows={2} />
      ) : userId === null && id !== "" ? (
        <SignInHere title="登录了才看得到这个心愿" advice="用许愿的那个账号登录，这里接着看" />
      ) : loaded.status === "failed" && NOT_MINE.has(loaded.failure.code) ? (
        <Message title="没找到这个心愿" advice="登录许愿的那个账号，在心愿里看">
          {toWishes}
        </Message>
      ) : loaded.status === "failed" ? (
        <Failure failure={loaded.failure} onRetry={() => void reload()} />
      ) : loaded.value.rememberedFrom !== null ? (
        <Message title="没网，现在改不了" advice="有网了再点一下">
          <Pressable className="button button-main" onPress={() => void reload()}>
            再试一次
          </Pressable>
        </Message>
      ) : loaded.value.wish.canEdit ? (
        <EditForm key={loaded.value.wish.version} wish={loaded.value.wish} />
      ) : (
        <Message title="现在不能改了" advice="有人认领了，或者已经办完了。要改就跟工会说">
          {toWishes}
        </Message>
      )}
    </PageFrame>
  );
}

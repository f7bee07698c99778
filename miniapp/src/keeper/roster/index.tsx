import Taro, { usePullDownRefresh, useRouter } from "@tarojs/taro";
import { useCallback } from "react";
import { Failure, Message } from "../../components/message";
import { PageFrame } from "../../components/page-frame";
import { Pressable } from "../../components/pressable";
import { ListSkeleton } from "../../components/skeleton";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { openMe } from "../../navigation/pages";
import { useReturn } from "../../navigation/use-return";
import { RosterView } from "./roster-view";
import "./index.scss";

const NOT_A_KEEPER = new Set(["not_signed_in", "sign_in_expired", "not_allowed"]);

/** Who comes to one class, by the name they chose and a number; a tap says that somebody is here. */
export default function RosterPage() {
  const { id = "" } = useRouter().params;
  const load = useCallback(() => callApi("GET /classes/:id/roster", { id }), [id]);
  const [roster, reload] = useLoadable(load);
  useReturn(() => void reload());
  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh());
  });
  return (
    <PageFrame className="roster">
      {roster.status === "loading" ? (
        <ListSkeleton rows={4} />
      ) : roster.status === "failed" && NOT_A_KEEPER.has(roster.failure.code) ? (
        <Message title="这里给这个教室的站长和干部用" advice="请用站长或干部的身份登录,再回到这里">
          <Pressable className="button button-main" onPress={openMe}>
            去登录
          </Pressable>
        </Message>
      ) : roster.status === "failed" ? (
        <Failure failure={roster.failure} onRetry={() => void reload()} />
      ) : (
        <RosterView loaded={roster.value} onReload={reload} />
      )}
    </PageFrame>
  );
}

import { View } from "@tarojs/components";
import { useCallback } from "react";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { openKeeperDesk, openTasks, openUnionDesk } from "../../../navigation/account-pages";
import { openAppeals, openCourses, openHallClasses } from "../../../navigation/class-pages";
import { useReturn } from "../../../navigation/use-return";
import { openHandovers, openOpenWishes } from "../../../navigation/wish-pages";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { useSignIn } from "../sign-in";

/** How many things wait; null: not known. A page of them is asked for: there may be more. */
type Count = { known: number; isMore: boolean } | null;

interface Waiting {
  tasks: Count;
  handovers: Count;
  wishes: Count;
}

/** The desks of keepers and officers, with what waits there; nothing for anybody else. */
export function DesksSection() {
  const roles = useSignIn()?.user.roles ?? [];
  const isOfficer = roles.includes("officer");
  const isKeeper = roles.includes("keeper");
  const hasDesk = isOfficer || isKeeper;
  const load = useCallback(() => loadWaiting(isOfficer), [isOfficer]);
  const [asked, reload] = useLoadable(hasDesk ? load : null);
  useReturn(() => void reload());
  if (!hasDesk) return null;
  const waiting = asked.status === "ready" ? asked.value : null;
  return (
    <>
      <Heading level={2} className="section-title">
        我的工作
      </Heading>
      <View className="card account">
        {isKeeper ? <Desk name="站长工作台" onPress={openKeeperDesk} /> : null}
        {isOfficer ? <Desk name="工会工作台" onPress={openUnionDesk} /> : null}
        <Row name="处理大家的上报" count={waiting?.tasks} onPress={openTasks} />
        <Row name="上课点名、签到屏幕" onPress={openHallClasses} />
        <Row name="发心愿、帮人许愿" count={waiting?.handovers} onPress={openHandovers} />
        {isOfficer ? (
          <>
            <Row name="办微心愿" count={waiting?.wishes} onPress={() => openOpenWishes("")} />
            <Row name="管课程" onPress={openCourses} />
            <Row name="缺课的说明" onPress={openAppeals} />
          </>
        ) : null}
      </View>
    </>
  );
}

async function loadWaiting(isOfficer: boolean): Promise<Waiting> {
  const [tasks, handovers, wishes] = await Promise.all([
    counted(callApi("GET /tasks", { state: "open" }).then(({ tasks, nextCursor }) => [tasks.length, nextCursor])),
    counted(callApi("GET /wishes/handovers", {}).then(({ wishes }) => [wishes.length, null])),
    isOfficer ? counted(callApi("GET /wishes/open", {}).then(({ total }) => [total, null])) : null,
  ]);
  return { tasks, handovers, wishes };
}

/** Without network nothing is said of how many there are. */
function counted(asked: Promise<[number, string | null]>): Promise<Count> {
  return asked.then(
    ([known, nextCursor]) => ({ known, isMore: nextCursor !== null }),
    () => null,
  );
}

function Desk({ name, onPress }: { name: string; onPress: () => void }) {
  return (
    <Pressable className="button button-main" onPress={onPress}>
      {name}
    </Pressable>
  );
}

function Row({ name, count, onPress }: { name: string; count?: Count; onPress: () => void }) {
  return (
    <Pressable className="setting" onPress={onPress}>
      <View className="setting-words">
        <View className="setting-title">{name}</View>
        {count == null || count.known === 0 ? null : (
          <View className="setting-waits">
            {count.known}
            {count.isMore ? " 件多" : " 件"}等着
          </View>
        )}
      </View>
      <View className="setting-action">去</View>
    </Pressable>
  );
}

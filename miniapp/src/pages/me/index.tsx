import { View } from "@tarojs/components";
import { LOCATION } from "../../build-settings";
import { AccountSection } from "../../features/people/me/account-section";
import { DesksSection } from "../../features/people/me/desks-section";
import { LegalLinks } from "../../features/people/me/legal-links";
import { SettingRow } from "../../features/people/me/setting-row";
import { TabNotices } from "../../features/people/tab-notices";
import { takePosition, useOriginState } from "../../features/stations/origin/origin-store";
import { TRAVEL_LABELS } from "../../features/stations/station-words";
import { openMyBookings } from "../../navigation/class-pages";
import { openPublicLists } from "../../navigation/list-pages";
import { openChecks, openMissingStations, openMyReports, openPlacePicker } from "../../navigation/pages";
import { changeSettings, useSettings } from "../../platform/settings/settings";
import { Heading } from "../../ui/heading";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import "./index.scss";

const PRIVACY = [
  ["报课、发心愿、站长和干部才登录", "登录只用微信给的标识，加密存着；注销账号马上删掉。"],
  ["找驿站、看课表不用登录", "不要名字、手机号，更不刷脸。报课、发心愿才登录。"],
  ["你的位置", "只在找驿站的那一刻用，手机里不留，服务器也不留、不记。"],
  [
    "留在这台手机里的",
    "大字、走路还是骑车、用哪个地图、你自己选的地点、这一小时里报过门关着的驿站，和上次看到的驿站、课表(没网时用)，不发给任何人。没网时点的先记在这里，有网再发。",
  ],
  ["报门关着时", "手机自己算在不在门口，位置不发。只发一个随机号，免得一个人算成两个，90 天后就查不到是谁。"],
];

/** 我的: how the pages look, how one travels, from where to look; and what is not collected. */
export default function MePage() {
  const { largeText, travel } = useSettings();
  const originState = useOriginState();
  return (
    <PageFrame className="me">
      <TabNotices />
      <DesksSection />
      <Heading level={1} className="section-title">
        怎么用着顺手
      </Heading>
      <View className="card settings">
        <SettingRow
          title="大字"
          value={largeText ? "开着" : "关着"}
          on={largeText}
          onPress={() => changeSettings({ largeText: !largeText })}
        />
        <SettingRow
          title="怎么去"
          value={TRAVEL_LABELS[travel]}
          action="换"
          onPress={() => changeSettings({ travel: travel === "walk" ? "ebike" : "walk" })}
        />
        <SettingRow title="从哪里找" value={originName(originState)} action="换地点" onPress={openPlacePicker} />
        <SettingRow title="我报的课" value="报名、排队、签到" action="看" onPress={openMyBookings} />
        <SettingRow title="我报的问题" value="报过的事处理得怎样了" action="看" onPress={openMyReports} />
        <SettingRow title="这里该有个站" value="说过的缺站，工会怎么回" action="看" onPress={openMissingStations} />
        <SettingRow title="三张清单" value="有什么、能办什么、大家要什么" action="看" onPress={openPublicLists} />
        <SettingRow title="到门口看看" value="工会给了检查码，看门开没开" action="看" onPress={openChecks} />
        {LOCATION !== "none" && originState.status === "known" && originState.origin.source === "place" ? (
          <Pressable className="button button-quiet" onPress={() => void takePosition()}>
            改用我的位置
          </Pressable>
        ) : null}
      </View>
      <AccountSection />
      <Heading level={2} className="section-title">
        你的隐私
      </Heading>
      <View className="card privacy">
        {PRIVACY.map(([title, text]) => (
          <View key={title} className="privacy-item">
            <View className="privacy-title">{title}</View>
            <View className="secondary">{text}</View>
          </View>
        ))}
      </View>
      <LegalLinks />
    </PageFrame>
  );
}

function originName(state: ReturnType<typeof useOriginState>): string {
  if (state.status !== "known") return "还没选";
  if (state.origin.source === "place") return state.origin.name;
  return state.origin.isRough ? "大致位置" : "我的位置";
}

import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { PHONE_FOR_COMPLAINTS } from "../../build-settings";
import { openLegal, openNearby } from "../../navigation/pages";
import { FeedbackButton } from "../../platform/feedback-button";
import { Heading } from "../../ui/heading";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import "../../features/people/legal-text.scss";

/** To whom one turns with what: a station's door, words that offend, one's own account. */
export default function ComplaintPage() {
  return (
    <PageFrame className="legal">
      <Heading level={1} className="legal-title">
        投诉与反馈
      </Heading>
      <Heading level={2} className="section-title">
        驿站的事
      </Heading>
      <View className="card legal-actions">
        <View>
          门关着、东西坏了、写得不对、有人态度不好：点开那个驿站，在它的页面上报，站长和工会都会收到。不用登录。
        </View>
        <Pressable className="button button-main" onPress={openNearby}>
          去找这个驿站
        </Pressable>
      </View>
      <Heading level={2} className="section-title">
        看到不该有的内容
      </Heading>
      <View className="card legal-actions">
        <View>违法的、骂人的、广告、别人的隐私：告诉我们是哪个驿站、哪句话，我们收到就处理。</View>
        <CallButton />
        <FeedbackButton />
      </View>
      <Heading level={2} className="section-title">
        账号和隐私
      </Heading>
      <View className="card legal-actions">
        <View>想知道存了你的什么，想改，想删：先看隐私政策；注销账号在我的里自己就能办。说不清的打电话。</View>
        <Pressable className="button button-plain" onPress={() => openLegal("privacy")}>
          看隐私政策
        </Pressable>
      </View>
    </PageFrame>
  );
}

function CallButton() {
  return (
    <Pressable
      className="button button-plain"
      label={`打电话 ${PHONE_FOR_COMPLAINTS}`}
      onPress={() => void Taro.makePhoneCall({ phoneNumber: PHONE_FOR_COMPLAINTS }).catch(() => undefined)}
    >
      打电话 {PHONE_FOR_COMPLAINTS}
    </Pressable>
  );
}

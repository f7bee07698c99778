import { View } from "@tarojs/components";
import { type LegalPage, openLegal } from "../../../navigation/pages";
import { Heading } from "../../../ui/heading";
import { SettingRow } from "./setting-row";

const LINKS: readonly { page: LegalPage; title: string; about: string }[] = [
  { page: "complaint", title: "投诉与反馈", about: "驿站的事、不该有的内容、账号" },
  { page: "privacy", title: "隐私政策", about: "用到哪些信息，留多久" },
  { page: "agreement", title: "用户协议", about: "怎么用，谁负责什么" },
];

/** What everybody must be able to find, signed in or not. */
export function LegalLinks() {
  return (
    <>
      <Heading level={2} className="section-title">
        说明和投诉
      </Heading>
      <View className="card settings">
        {LINKS.map(({ page, title, about }) => (
          <SettingRow key={page} title={title} value={about} action="看" onPress={() => openLegal(page)} />
        ))}
      </View>
    </>
  );
}

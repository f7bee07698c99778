import { View } from "@tarojs/components";
import { LegalText } from "../../features/people/legal-text";
import { dataTypes, PRIVACY_POLICY } from "../../features/people/legal-words";
import { useWishKeptDays } from "../../features/wishes/use-wish-kept-days";
import { Heading } from "../../ui/heading";
import { PageFrame } from "../../ui/page-frame";

/** The privacy policy, with each kind of data, what it is for and how long it stays. */
export default function PrivacyPage() {
  const wishKeptDays = useWishKeptDays();
  return (
    <PageFrame className="legal">
      <LegalText title="隐私政策" sections={PRIVACY_POLICY}>
        <Heading level={2} className="section-title">
          会用到哪些信息
        </Heading>
        <View className="card">
          {dataTypes(wishKeptDays).map(({ name, purpose, when, kept }) => (
            <View key={name} className="data-type">
              <View className="data-type-name">{name}</View>
              <View>做什么：{purpose}</View>
              <View className="secondary">什么时候：{when}</View>
              <View className="secondary">留多久：{kept}</View>
            </View>
          ))}
        </View>
      </LegalText>
    </PageFrame>
  );
}

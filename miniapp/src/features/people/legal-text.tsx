import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { openLegal } from "../../navigation/pages";
import { Heading } from "../../ui/heading";
import { Pressable } from "../../ui/pressable";
import { LEGAL_SINCE, type LegalSection } from "./legal-words";
import "./legal-text.scss";

interface LegalTextProps {
  title: string;
  sections: readonly LegalSection[];
  /** Shown after the first section. */
  children?: ReactNode;
}

/** A text of law in plain words, in sections. */
export function LegalText({ title, sections, children }: LegalTextProps) {
  return (
    <>
      <Heading level={1} className="legal-title">
        {title}
      </Heading>
      <View className="secondary legal-since">{LEGAL_SINCE}起用</View>
      {sections.map((section, index) => (
        <View key={section.title}>
          <Section section={section} />
          {index === 0 ? children : null}
        </View>
      ))}
      <View className="legal-end">
        <Pressable className="button button-plain" onPress={() => openLegal("complaint")}>
          投诉与反馈
        </Pressable>
      </View>
    </>
  );
}

function Section({ section: { title, paragraphs } }: { section: LegalSection }) {
  return (
    <>
      <Heading level={2} className="section-title">
        {title}
      </Heading>
      <View className="card legal-card">
        {paragraphs.map((paragraph) => (
          <View key={paragraph} className="legal-paragraph">
            {paragraph}
          </View>
        ))}
      </View>
    </>
  );
}

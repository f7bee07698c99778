import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import type { ApiFailure } from "../http/api-failure";
import { accessible } from "./accessible";
import { Heading } from "./heading";
import { Pressable } from "./pressable";
import { failureWords } from "./words/failure-words";

interface MessageProps {
  title: string;
  advice: string;
  children?: ReactNode;
}

/** What stands where a list would be: what happened, what to do, and the way on. */
export function Message({ title, advice, children }: MessageProps) {
  return (
    <View className="message" {...accessible({ role: "status", live: true })}>
      <Heading level={2} className="message-title">
        {title}
      </Heading>
      <View className="message-advice">{advice}</View>
      {children ? <View className="message-actions">{children}</View> : null}
    </View>
  );
}

interface FailureProps {
  failure: ApiFailure;
  onRetry: () => void;
}

/** A failed request: what happened, one button, and the number to tell whoever is asked for help. */
export function Failure({ failure, onRetry }: FailureProps) {
  const { title, advice } = failureWords(failure);
  return (
    <Message title={title} advice={advice}>
      <Pressable className="button button-main" onPress={onRetry}>
        再找一次
      </Pressable>
      {failure.requestId ? <View className="message-number">问人时报这个号：{failure.requestId}</View> : null}
    </Message>
  );
}

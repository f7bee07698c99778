import { Button } from "@tarojs/components";

/** WeChat's own form of feedback: what is written there reaches the console of the mini-program. */
export function FeedbackButton() {
  return (
    <Button className="button button-plain" openType="feedback">
      写下来告诉我们
    </Button>
  );
}

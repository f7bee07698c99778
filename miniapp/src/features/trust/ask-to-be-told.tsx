import { View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { useTask } from "../../http/use-task";
import { Pressable } from "../../ui/pressable";
import { TaskFailure } from "../../ui/task-failure";
import { askToBeTold, canBeTold, prepareToAsk } from "../messages/ask-to-subscribe";

/** 有回话告诉我: one message about one report, for who is signed in in WeChat. */
export function AskToBeTold({ reportId }: { reportId: string }) {
  const [isOffered, setOffered] = useState(canBeTold());
  const [isAsked, setAsked] = useState(false);
  useEffect(() => void prepareToAsk().then(() => setOffered(canBeTold())), []);
  const [asking, ask] = useTask(async () => setAsked(await askToBeTold(reportId)));
  if (!isOffered) return null;
  if (isAsked) return <View className="secondary">有了回话，微信里告诉你</View>;
  return (
    <>
      <Pressable className="button button-plain" disabled={asking.status === "running"} onPress={ask}>
        有回话告诉我
      </Pressable>
      <TaskFailure task={asking} />
    </>
  );
}

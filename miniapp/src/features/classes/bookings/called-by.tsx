import { View } from "@tarojs/components";
import { useState } from "react";
import { PERSON_NAME_LIMIT } from "../../../../../shared/common/field-limits";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Field } from "../../../ui/field";
import { Pressable } from "../../../ui/pressable";
import { TaskFailure } from "../../../ui/task-failure";
import { keepAccount, useSignIn } from "../../people/sign-in";

/** What the roster calls a person, for them to choose; nobody's real name is asked for. */
export function CalledBy() {
  const name = useSignIn()?.user.name ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const [task, save] = useAwaitedWrite("PUT /me", (account) => {
    keepAccount(account);
    setTyped(null);
  });
  if (typed === null) {
    return (
      <View className="called-by">
        <View className="called-by-words">点名时叫你：{name}</View>
        <Pressable className="link" label="改点名时的称呼" onPress={() => setTyped(name)}>
          改
        </Pressable>
      </View>
    );
  }
  const chosen = typed.trim();
  return (
    <View className="card form called-by-form">
      <Field
        label="点名时怎么叫你，如 王师傅，不用真名"
        type="text"
        value={typed}
        maxLength={PERSON_NAME_LIMIT}
        onChange={setTyped}
      />
      <Pressable
        className="button button-main"
        disabled={chosen === "" || task.status === "running"}
        onPress={() => save({ name: chosen })}
      >
        就这么叫
      </Pressable>
      <TaskFailure task={task} />
      <View className="secondary">以后报的课用这个称呼，已经报的不变。</View>
    </View>
  );
}

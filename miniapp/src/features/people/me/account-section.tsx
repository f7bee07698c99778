import { View } from "@tarojs/components";
import { useEffect } from "react";
import { callApi } from "../../../http/call-api";
import { Heading } from "../../../ui/heading";
import { keepAccount, useSignIn } from "../sign-in";
import { SignInCard } from "../sign-in-card";
import { SignedInCard } from "./signed-in-card";

/** Who is signed in and what they may do; for everybody else, where one signs in. */
export function AccountSection() {
  const signIn = useSignIn();
  const userId = signIn?.user.id ?? null;
  useEffect(() => {
    // Roles come and go; without a network what was known last is shown.
    if (userId !== null) void callApi("GET /me", {}).then(keepAccount, () => undefined);
  }, [userId]);
  return (
    <>
      <Heading level={2} className="section-title">
        {signIn ? "我的账号" : "登录"}
      </Heading>
      <View className="card account">{signIn ? <SignedInCard user={signIn.user} /> : <SignInCard />}</View>
    </>
  );
}

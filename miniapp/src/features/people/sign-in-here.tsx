import { useState } from "react";
import { openMe } from "../../navigation/pages";
import { Message } from "../../ui/message";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import { useNextSignIn, useSignIn } from "./sign-in";
import { SignInCard } from "./sign-in-card";

interface SignInHereProps {
  title: string;
  advice: string;
  /** Goes on with what was opened; not needed where a page loads anew for another person. */
  onSignedIn?: () => Promise<void> | void;
}

/** In place of a page that needs a sign-in: the ways to sign in. The page goes on by itself when somebody has. */
export function SignInHere({ title, advice, onSignedIn }: SignInHereProps) {
  const isSignedIn = useSignIn() !== null;
  const [goesOn, setGoesOn] = useState(false);
  useNextSignIn(() => {
    setGoesOn(true);
    void Promise.resolve(onSignedIn?.()).then(() => setGoesOn(false));
  });
  if (goesOn) return <ListSkeleton rows={1} />;
  if (!isSignedIn) {
    return (
      <Message title={title} advice={advice}>
        <SignInCard />
      </Message>
    );
  }
  return (
    <Message title={title} advice="你现在登录的身份看不了。收到了邀请码，在「我的」里输入">
      <Pressable className="button button-main" onPress={openMe}>
        去「我的」
      </Pressable>
    </Message>
  );
}

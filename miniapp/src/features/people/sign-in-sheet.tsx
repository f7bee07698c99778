import { Sheet } from "../../ui/sheet";
import type { AskedAt } from "../messages/asked-at";
import { SignInCard } from "./sign-in-card";

interface SignInSheetProps {
  title: string;
  /** What was tapped before: WeChat's messages about it are asked for in the tap that signs in. */
  askAt: AskedAt | null;
  /** Goes on with what was tapped: nobody has to tap it twice. */
  onSignedIn: () => void;
  onClose: () => void;
}

/** The ways to sign in, over the page that needs one; it goes away by itself when somebody has. */
export function SignInSheet({ title, askAt, onSignedIn, onClose }: SignInSheetProps) {
  return (
    <Sheet title={title} onClose={onClose} awayLabel="先不登录">
      <SignInCard askAt={askAt} onSignedIn={onSignedIn} />
    </Sheet>
  );
}

import { Sheet } from "./sheet";
import { SignInCard } from "./sign-in-card";

/** The ways to sign in, over the page that needs one; it goes away by itself when somebody has. */
export function SignInSheet({ title, onClose }: { title: string; onClose: () => void }) {
  return (
    <Sheet title={title} onClose={onClose} awayLabel="先不登录">
      <SignInCard />
    </Sheet>
  );
}

import type { ApiFailure } from "../http/api-failure";
import { openMe } from "../navigation/pages";
import { Failure, Message } from "./message";
import { Pressable } from "./pressable";

const NOT_AN_OFFICER = new Set(["not_signed_in", "sign_in_expired", "not_allowed"]);

/** What stands on an officers' page that could not be loaded: the way to sign in, or another try. */
export function OfficersFailure({ failure, onRetry }: { failure: ApiFailure; onRetry: () => void }) {
  if (!NOT_AN_OFFICER.has(failure.code)) return <Failure failure={failure} onRetry={onRetry} />;
  return (
    <Message title="这里给工会干部看" advice="请用工会干部的身份登录,再回到这里">
      <Pressable className="button button-main" onPress={openMe}>
        去登录
      </Pressable>
    </Message>
  );
}

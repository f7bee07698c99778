import type { ApiFailure } from "../../http/api-failure";
import { Failure } from "../../ui/message";
import { SignInHere } from "./sign-in-here";

const NOT_THEIRS = new Set(["not_signed_in", "sign_in_expired", "not_allowed"]);

interface StaffFailureProps {
  failure: ApiFailure;
  onRetry: () => Promise<void> | void;
}

/** What stands on an officers' page that could not be loaded: the way to sign in, or another try. */
export function OfficersFailure({ failure, onRetry }: StaffFailureProps) {
  if (!NOT_THEIRS.has(failure.code)) return <Failure failure={failure} onRetry={onRetry} />;
  return <SignInHere title="这里给工会干部看" advice="用工会干部的身份登录，这里接着看" onSignedIn={onRetry} />;
}

/** The same on a page for keepers and officers. */
export function KeepersFailure({ failure, onRetry }: StaffFailureProps) {
  if (!NOT_THEIRS.has(failure.code)) return <Failure failure={failure} onRetry={onRetry} />;
  return <SignInHere title="这里给站长和工会干部用" advice="用站长或干部的身份登录，这里接着办" onSignedIn={onRetry} />;
}

import { OwnNotices } from "./own-notices";
import { useSignIn } from "./sign-in";

/** On every tab, for who is signed in: what waits for them. */
export function TabNotices() {
  return useSignIn() === null ? null : <OwnNotices />;
}

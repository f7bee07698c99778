import { useEffect, useState } from "react";
import { useSignIn } from "./sign-in";

type Notices = typeof import("./own-notices").OwnNotices;

/** On every tab, for who is signed in: what waits for them. A script of its own, as most people are not. */
export function TabNotices() {
  const isSignedIn = useSignIn() !== null;
  const [Notices, setNotices] = useState<Notices | null>(null);
  useEffect(() => {
    if (!isSignedIn) return;
    void import("./own-notices").then(
      ({ OwnNotices }) => setNotices(() => OwnNotices),
      () => undefined,
    );
  }, [isSignedIn]);
  return isSignedIn && Notices !== null ? <Notices /> : null;
}

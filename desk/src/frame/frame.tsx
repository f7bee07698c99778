import { Outlet } from "@tanstack/react-router";
import { useSignIn } from "../http/sign-in";
import { NotAnOfficer } from "./not-an-officer";
import { Rail } from "./rail";
import { SignInPage } from "./sign-in-page";
import { TopBar } from "./top-bar";
import { ViewerFrame } from "./viewer-frame";

/** Everything stands behind a sign-in; the address stays, so that one lands where the link led. */
export function Frame() {
  const signIn = useSignIn();
  if (signIn === null) return <SignInPage />;
  const { roles } = signIn.user;
  if (!roles.includes("officer"))
    return roles.includes("viewer") ? <ViewerFrame user={signIn.user} /> : <NotAnOfficer />;
  return (
    <div className="frame">
      <a className="skip" href="#main">
        跳到内容
      </a>
      <TopBar user={signIn.user} />
      <Rail />
      <main id="main" className="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

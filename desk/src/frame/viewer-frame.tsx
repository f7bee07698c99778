import { Link, Navigate, Outlet, useMatches } from "@tanstack/react-router";
import type { Account } from "../../../shared/people/user";
import { TopBar } from "./top-bar";

/** What a leader or partner has of the desk: 看板 and nothing else, whatever the address says. */
export function ViewerFrame({ user }: { user: Account }) {
  // What is drawn, not where a link is on its way to.
  const pages = useMatches().map(({ routeId }) => routeId);
  // Where one lands who named no page.
  if (pages.includes("/today")) return <Navigate to="/board" replace />;
  return (
    <div className="frame is-viewer">
      <a className="skip" href="#main">
        跳到内容
      </a>
      <TopBar user={user} find={false} />
      <main id="main" className="main" tabIndex={-1}>
        {pages.includes("/board") ? <Outlet /> : <NotForViewers />}
      </main>
    </div>
  );
}

function NotForViewers() {
  return (
    <div className="notice">
      <h1>这一页给工会干部用</h1>
      <p>您的身份只看看板。</p>
      <Link to="/board">去看看板</Link>
    </div>
  );
}

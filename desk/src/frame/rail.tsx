import { Link } from "@tanstack/react-router";
import { useDeskRows } from "../stations/use-desk-rows";
import { useTodayCount } from "../today/today-list";
import { useWishesWaiting } from "../wishes/use-board";

/** Only what there is. Each page with what waits there. */
export function Rail() {
  const { rows } = useDeskRows();
  const waiting = useTodayCount();
  return (
    <nav className="rail" aria-label="工作台">
      <RailLink to="/today" count={waiting} isWaiting>
        今天
      </RailLink>
      <RailLink to="/stations" count={rows.length}>
        驿站
      </RailLink>
      <RailLink to="/roll-call">假期点名</RailLink>
      <RailLink to="/checks">暗访</RailLink>
      <RailLink to="/import">导入</RailLink>
      <RailLink to="/reports" count={rows.reduce((sum, { openTasks }) => sum + openTasks, 0)} isWaiting>
        上报
      </RailLink>
      <RailLink to="/photos" count={rows.reduce((sum, { photosWaiting }) => sum + photosWaiting, 0)} isWaiting>
        照片
      </RailLink>
      <RailLink to="/classes">课程</RailLink>
      <RailLink to="/wishes" count={useWishesWaiting()} isWaiting>
        心愿
      </RailLink>
      <RailLink to="/people">人员</RailLink>
      <RailLink to="/missing-stations">缺站</RailLink>
      <RailLink to="/wanted-classes">想学</RailLink>
      <RailLink to="/board">看板</RailLink>
      <RailLink to="/scenarios">方案</RailLink>
      <RailLink to="/call">打电话</RailLink>
      <RailLink to="/report">报表</RailLink>
      <RailLink to="/records">记录</RailLink>
      <RailLink to="/settings">设置</RailLink>
    </nav>
  );
}

function RailLink({
  to,
  count = 0,
  isWaiting = false,
  children,
}: {
  to:
    | "/today"
    | "/stations"
    | "/roll-call"
    | "/checks"
    | "/import"
    | "/reports"
    | "/photos"
    | "/classes"
    | "/wishes"
    | "/people"
    | "/missing-stations"
    | "/wanted-classes"
    | "/report"
    | "/board"
    | "/scenarios"
    | "/records"
    | "/call"
    | "/settings";
  count?: number;
  isWaiting?: boolean;
  children: string;
}) {
  return (
    <Link to={to} className="rail-link" activeProps={{ className: "rail-link is-here", "aria-current": "page" }}>
      {children}
      {count > 0 ? <span className={isWaiting ? "rail-count is-waiting" : "rail-count"}>{count}</span> : null}
    </Link>
  );
}

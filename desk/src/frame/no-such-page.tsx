import { Link } from "@tanstack/react-router";

export function NoSuchPage() {
  return (
    <div className="notice">
      <h1>没有这个页面</h1>
      <Link to="/today">回到今天</Link>
    </div>
  );
}

import { GroupRobots } from "./group-robots";

/** 设置: what an office sets up for itself. */
export function SettingsPage() {
  return (
    <div className="page">
      <h1>设置</h1>
      <GroupRobots />
    </div>
  );
}

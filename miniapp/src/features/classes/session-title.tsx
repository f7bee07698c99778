import { Text } from "@tarojs/components";
import type { SessionItem } from "../../../../shared/classes/class-answer";

/** What is taught, after the mark 示例 where it was made up to show the product. */
export function SessionTitle({ session }: { session: Pick<SessionItem, "title" | "isDemo"> }) {
  return (
    <>
      {session.isDemo ? <Text className="demo-badge">示例</Text> : null}
      {session.title.replace(/^示例·/, "")}
    </>
  );
}

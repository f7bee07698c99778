import type { InvitationAnswer } from "../../../shared/people/invitation";
import { type InviteLine, inviteText } from "./invite-list";

export interface Invited {
  line: InviteLine;
  answer: InvitationAnswer;
}

/** A sheet with codes, stations, and the text for each person. */
export async function saveInvites(invited: readonly Invited[]): Promise<void> {
  const { default: writeXlsx } = await import("write-excel-file/browser");
  const head = ["名字", "驿站", "邀请码", "要发的话"].map((value) => ({
    value,
    type: String,
    fontWeight: "bold" as const,
  }));
  const body = invited.map(({ line, answer }) =>
    [line.name, line.station?.name ?? "", answer.code, inviteText(line, answer)].map((value) => ({
      value,
      type: String,
    })),
  );
  await writeXlsx([head, ...body], { sheet: "邀请" }).toFile("驿站站长邀请.xlsx");
}

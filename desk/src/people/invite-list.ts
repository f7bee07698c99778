import { PERSON_NAME_LIMIT } from "../../../shared/common/field-limits";
import type { DeskRow } from "../../../shared/desk/desk-answer";
import { readTsv } from "../grid/tsv";

/** Somebody to invite, as a line of a pasted list names them. */
export interface InviteLine {
  name: string;
  /** As it was written. */
  asked: string;
  station: DeskRow | null;
  /** Null: can be invited. */
  problem: string | null;
}

export const MOST_AT_ONCE = 100;

/**
 * Reads a list of names and stations, a person a line: two cells from Excel, or two words with a comma or spaces between. A
 * station is named by its code or its name; a part of the name will do where only one station has it.
 */
export function readInviteList(text: string, rows: readonly DeskRow[]): InviteLine[] {
  // A tab in front of a station means that its name is still to be written.
  return readTsv(text.trimEnd())
    .map((cells) => (cells.length > 1 ? cells : (cells[0] ?? "").trim().split(/[,，;；\s]+/)))
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""))
    .map(([name = "", asked = ""]) => lineOf(name, asked, rows));
}

function lineOf(name: string, asked: string, rows: readonly DeskRow[]): InviteLine {
  const found = stationsCalled(asked, rows);
  const [station = null] = found.length === 1 ? found : [];
  return { name, asked, station, problem: problemOf(name, asked, found.length) };
}

function problemOf(name: string, asked: string, found: number): string | null {
  if (name === "") return "没写名字";
  if (name.length > PERSON_NAME_LIMIT) return `名字不能多于 ${PERSON_NAME_LIMIT} 个字`;
  if (asked === "") return "没写管哪个站";
  if (found === 0) return "表里没有这个站";
  return found > 1 ? `有 ${found} 个站叫这个，请写编号` : null;
}

function stationsCalled(asked: string, rows: readonly DeskRow[]): DeskRow[] {
  if (asked === "") return [];
  const exact = rows.filter(({ code, name }) => code === asked || name === asked);
  return exact.length > 0 ? exact : rows.filter(({ name }) => name.includes(asked));
}

/** What is sent to a person by WeChat. */
export function inviteText({ name, station }: InviteLine, { code, url }: { code: string; url: string }): string {
  return `${name}您好，请您做「${station?.name}」的站长。点开 ${url} ，或者在驿站小程序「我的」里输入邀请码 ${code} 。一周内有效。`;
}

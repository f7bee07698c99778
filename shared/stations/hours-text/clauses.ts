import { DAY_MINUTES } from "../../common/time.js";
import { addBreak, addSpan, checkShutting, isBreak, markBreak, markUnattended, wordsToClosing } from "./add-hours.js";
import { readBracket, type WordReader } from "./brackets.js";
import { emptyClause, namesDays, type Reading } from "./clause.js";
import { addSubject, endClause } from "./end-clause.js";
import { joinClauses, requireAllSpans, shareDays } from "./join-clauses.js";
import { NotUnderstood } from "./not-understood.js";
import { type Draft, newDraft, sayOfHolidays } from "./reading-draft.js";
import { exceptDays, postponeByComma, sayOf, shutHalf } from "./say-of-days.js";
import { nameSeason, startRest, startSeason } from "./seasons.js";
import type { Word } from "./words.js";

/** Groups words into clauses. Throws `NotUnderstood` where the words do not add up to one meaning. */
export function readClauses(words: readonly Word[]): Reading {
  const draft = newDraft(words.some(({ is }) => is === "yearly"));
  readAll(draft, words);
  return finish(draft);
}

const READER: WordReader = { readWord, readAll, readClauses };

function readAll(draft: Draft, words: readonly Word[]): void {
  for (let position = 0; position < words.length; position++) {
    const word = words[position];
    if (!word) break;
    if (word.is === "bracket_opens") {
      const end = closingBracket(words, position);
      readBracket(draft, READER, words.slice(position + 1, end));
      position = end;
    } else if (word.is === "span" && isBreak(draft, words, position)) {
      addBreak(draft, word.span);
      position += wordsToClosing(words, position);
    } else readWord(draft, word);
  }
}

function finish(draft: Draft): Reading {
  endClause(draft);
  if (draft.awaitsMonths) throw new NotUnderstood("季节没有写是几月到几月");
  const { reading } = draft;
  reading.sections = reading.sections.filter(({ ranges, clauses }) => ranges.length > 0 || clauses.length > 0);
  if (reading.sections.some(({ clauses }) => clauses.length === 0)) throw new NotUnderstood("季节后面没有写时间");
  for (const section of reading.sections) section.clauses = joinClauses(section.clauses);
  requireAllSpans(reading.sections.filter(({ trailing }) => trailing));
  if (draft.shared) shareDays(draft.shared, reading.sections);
  return reading;
}

function readWord(draft: Draft, word: Word): void {
  switch (word.is) {
    case "days":
    case "named_days":
    case "dates":
    case "month_days":
    case "every_day":
    case "usual_days":
    case "plain_weekdays":
    case "workdays":
    case "holidays":
    case "days_off":
      addSubject(draft, word);
      break;
    case "span":
      addSpan(draft, word.span);
      break;
    case "whole_day":
      addSpan(draft, { opens: 0, closes: DAY_MINUTES });
      break;
    case "shuts_at":
      checkShutting(draft, word.minute, word.written);
      break;
    case "unattended":
      markUnattended(draft);
      break;
    case "closed":
    case "open":
    case "announced_later":
      sayOf(draft, word.is);
      break;
    case "half_closed":
      shutHalf(draft, word.half);
      break;
    case "closed_label":
      endClause(draft);
      draft.nextClosed = true;
      break;
    case "break":
      markBreak(draft);
      break;
    case "except":
      exceptDays(draft);
      break;
    case "apart":
      endClause(draft);
      draft.isApart = true;
      break;
    case "weekend_off":
      endClause(draft);
      draft.section.clauses.push({ ...emptyClause("comma"), days: new Set([5, 6]), says: "closed" });
      break;
    case "five_days_a_week":
      draft.reading.fiveDaysAWeek = true;
      break;
    case "every":
      draft.namesEvery = true;
      break;
    case "all_year":
      sayOfHolidays(draft, "all_year");
      break;
    case "holidays_included":
      sayOfHolidays(draft, "included");
      break;
    case "holidays_closed":
      sayOfHolidays(draft, "closed");
      break;
    case "postponed":
      postponeByComma(draft);
      break;
    case "season":
      startSeason(draft, word.ranges);
      break;
    case "season_name":
      nameSeason(draft);
      break;
    case "other_days":
      startRest(draft);
      break;
    case "remark":
      draft.reading.remarks.push(word.written);
      break;
    case "vague_days":
      draft.reading.remarks.push(word.written);
      draft.reading.warnings.push(`「${word.written}」不知道是哪几天，这些日子按平常的时间显示`);
      break;
    case "comma":
      draft.afterSpan = false;
      draft.joinedByComma ||= namesDays(draft.clause) && draft.clause.says === null;
      if (draft.after === "nothing") draft.after = "comma";
      break;
    case "stop":
      endClause(draft);
      draft.after = "stop";
      break;
    case "bracket_opens":
    case "bracket_closes":
      throw new NotUnderstood("括号不成对");
    case "including":
      endClause(draft);
      draft.isIncluding = true;
      break;
    case "yearly":
    case "space":
    case "nothing":
      break;
  }
}

function closingBracket(words: readonly Word[], opening: number): number {
  const end = words.findIndex(({ is }, position) => position > opening && is === "bracket_closes");
  const nested = words.findIndex(({ is }, position) => position > opening && is === "bracket_opens");
  if (end < 0 || (nested >= 0 && nested < end)) throw new NotUnderstood("括号不成对");
  return end;
}

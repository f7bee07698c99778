/** What an office's morning is about: names of stations, and counts. */
export interface Morning {
  /** Stations before whose door somebody stood and that nobody has answered. */
  doors: readonly string[];
  overdueTasks: number;
  /** Stations with medicine that expires within a week. */
  medicine: readonly string[];
  /** Stations nobody has confirmed for a week. */
  unconfirmed: number;
}

/** As many names stand in one message. */
const MOST_NAMES = 8;

/**
 * The morning line of a group, in the fewest words and without anything of a person's; null when there is nothing to say.
 * It begins with 驿站, which an office may set as the keyword of its robot.
 */
export function morningWords({ doors, overdueTasks, medicine, unconfirmed }: Morning): string | null {
  const parts = [
    ...(doors.length > 0 ? [`门没开待回 ${doors.length} 家：${names(doors)}`] : []),
    ...(overdueTasks > 0 ? [`任务超时 ${overdueTasks} 件`] : []),
    ...(medicine.length > 0 ? [`药品快到期 ${medicine.length} 家：${names(medicine)}`] : []),
    ...(unconfirmed > 0 ? [`7 天没人确认 ${unconfirmed} 家`] : []),
  ];
  return parts.length === 0 ? null : `驿站今早：\n${parts.join("\n")}`;
}

/** The line about doors that somebody just found shut. */
export function urgentWords(doors: readonly string[]): string {
  return `驿站：有人说门没开，请站长回一下：${names(doors)}`;
}

/** The line that tries a robot. */
export const TRIAL_WORDS = "驿站：这个群以后会收到驿站的提醒";

function names(all: readonly string[]): string {
  const shown = all.slice(0, MOST_NAMES).join("、");
  return all.length > MOST_NAMES ? `${shown} 等` : shown;
}

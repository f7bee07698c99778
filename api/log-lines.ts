/** One line of the log, as JSON. Never a query, a body, a position or anything else of a person's. */
export type LogLine = { level: "info" | "warn" | "error"; event: string } & Record<
  string,
  string | number | boolean | null
>;

/** A line of the log, as it is written. */
export function logText(line: LogLine): string {
  return JSON.stringify({ at: new Date().toISOString(), ...line });
}

/**
 * Writes all lines of one turn of the event loop at once: each by itself would be a call of the kernel, which costs as much
 * as checking a question.
 *
 * @param write takes whole lines
 * @returns `flush` writes what is left, when the process ends
 */
export function logInBatches(write: (lines: string) => void) {
  let waiting = "";
  const flush = () => {
    if (waiting === "") return;
    const lines = waiting;
    waiting = "";
    write(lines);
  };
  const log = (line: LogLine) => {
    if (waiting === "") setImmediate(flush);
    waiting += `${logText(line)}\n`;
  };
  return { log, flush };
}

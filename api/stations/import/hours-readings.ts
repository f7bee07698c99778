import { type HoursReading, parseHoursText } from "../../../shared/stations/hours-text.js";
import { hoursInShort } from "../../../shared/stations/hours-words.js";
import type { HoursAsRead } from "../../../shared/stations/import/import-answer.js";

/** Reads the hours of a list, each distinct text once, and remembers how many stations share it. */
export class HoursReadings {
  readonly #known = new Map<string, { reading: HoursReading; stations: number }>();

  /** One object for equal hours: in memory they are most of a row. */
  readonly read = (text: string): HoursReading => {
    const known = this.#known.get(text) ?? { reading: parseHoursText(text), stations: 0 };
    known.stations += 1;
    this.#known.set(text, known);
    return known.reading;
  };

  /** How each text was read, worst first: not understood, then doubtful, then the rest; the most shared first in each. */
  list(): HoursAsRead[] {
    const badness = ({ understood, warnings }: HoursReading) => (understood ? Math.min(warnings.length, 1) : 2);
    return [...this.#known]
      .sort(([, a], [, b]) => badness(b.reading) - badness(a.reading) || b.stations - a.stations)
      .map(([text, { reading, stations }]) => ({
        text,
        reads: wordsOf(reading),
        stations,
        certain: badness(reading) === 0,
      }));
  }
}

function wordsOf({ understood, hours, warnings }: HoursReading): string {
  const said = understood ? hoursInShort(hours).join(" / ") : "没看懂，显示「不知道」";
  return warnings.length === 0 ? said : `${said}(${warnings.join("；")})`;
}

import { parseHoursText } from "../../../shared/stations/hours-text";
import { hoursInShort } from "../../../shared/stations/hours-words";

/**
 * What is made of hours while somebody writes them.
 *
 * @param isAsWas nothing was changed: what cannot be read of it is no mistake of whoever looks at it
 */
export function HoursReading({ text, isAsWas = false }: { text: string; isAsWas?: boolean }) {
  if (text.trim() === "") return <p className="reading quiet">照平时的写法，如 周一至周五 8:30-12:00,13:30-17:30</p>;
  const { hours, understood, warnings } = parseHoursText(text);
  if (isAsWas && !understood) return <p className="reading quiet">还是原来写的；没有改，就不会动它</p>;
  return (
    <div className={understood ? "reading is-good" : "reading is-bad"} role="status">
      {understood ? `读成：${hoursInShort(hours).join(";")}` : "读不懂，换个写法"}
      {warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
    </div>
  );
}

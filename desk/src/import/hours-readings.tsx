import { Button, Input } from "antd";
import { useState } from "react";
import type { HoursAsRead } from "../../../shared/stations/import/import-answer";
import { HoursReading } from "../stations/hours-reading";

interface HoursReadingsProps {
  /** Worst first. */
  readings: readonly HoursAsRead[];
  onHours: (text: string, means: string) => void;
}

/**
 * Each way in which the list writes hours, with what it was read as; a doubtful one is written anew for all its
 * stations.
 */
export function HoursReadings({ readings, onHours }: HoursReadingsProps) {
  const [editing, setEditing] = useState<{ text: string; means: string } | null>(null);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">原话</th>
          <th scope="col">读成</th>
          <th scope="col">几个站</th>
          <th scope="col">改写</th>
        </tr>
      </thead>
      <tbody>
        {readings.map(({ text, reads, stations, certain }) => (
          <tr key={text} className={certain ? undefined : "wrong"}>
            <td>{text || "空着"}</td>
            <td>
              {editing?.text === text ? <HoursReading text={editing.means} /> : certain ? reads : `拿不准：${reads}`}
            </td>
            <td>{stations}</td>
            <td>
              {editing?.text === text ? (
                <form
                  className="add-filter"
                  onSubmit={(event) => {
                    event.preventDefault();
                    setEditing(null);
                    if (editing.means !== text) onHours(text, editing.means);
                  }}
                >
                  <Input
                    aria-label={`「${text}」改写成`}
                    autoFocus
                    value={editing.means}
                    onChange={({ target }) => setEditing({ text, means: target.value })}
                  />
                  <Button type="primary" htmlType="submit">
                    都改
                  </Button>
                </form>
              ) : (
                <Button
                  size="small"
                  aria-label={`改写「${text || "空着"}」`}
                  onClick={() => setEditing({ text, means: text })}
                >
                  改写
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

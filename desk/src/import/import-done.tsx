import { Link } from "@tanstack/react-router";
import type { StationImportAnswer } from "../../../shared/stations/import/import-answer";

/** What an import has stored. Taking it back stands below, for a day. */
export function ImportDone({ answer: { created, updated, unchanged, setAside } }: { answer: StationImportAnswer }) {
  return (
    <p className="good">
      <strong>导入好了：</strong>新加 {created} 个，改了 {updated} 个，没变 {unchanged} 个
      {setAside.total === 0 ? "" : `，放在一边 ${setAside.total} 个`}。<Link to="/stations">去看驿站</Link>
    </p>
  );
}

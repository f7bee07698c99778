import type { SessionDetail } from "../../../../../shared/classes/class-answer";
import { API_BASE } from "../../../build-settings";

/** The browser hands the file to the phone's calendar. */
export function AddToCalendar({ session }: { session: SessionDetail }) {
  return (
    <a
      className="button button-plain class-extra"
      href={`${API_BASE}/classes/${encodeURIComponent(session.id)}/calendar.ics`}
    >
      记到手机日历
    </a>
  );
}

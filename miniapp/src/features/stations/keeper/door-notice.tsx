import { beijingDayNumber, type EpochMs } from "../../../../../shared/common/time";
import { holidaysWithin } from "../../../../../shared/holidays/coming-holidays";
import { ASKED_DAYS_BEFORE, unsaidDays } from "../../../../../shared/holidays/roll-call";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { openHolidayNotice } from "../../../platform/open-holiday-picture";
import { Pressable } from "../../../ui/pressable";

/** The paper for the door, once its keeper has said what stands on it, until the holiday is over. */
export function DoorNotice({ station: { id, hours }, now }: { station: StationDetail; now: EpochMs }) {
  const today = beijingDayNumber(now);
  // The paper is of the next holiday, as the list is.
  const [holiday] = holidaysWithin(today, ASKED_DAYS_BEFORE[0]);
  if (holiday === undefined || unsaidDays(hours, holiday, today).length > 0) return null;
  return (
    <Pressable className="button button-quiet" onPress={() => openHolidayNotice(id)}>
      {holiday.name}贴在门上的通知
    </Pressable>
  );
}

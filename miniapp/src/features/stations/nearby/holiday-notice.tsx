import { View } from "@tarojs/components";
import { beijingDayNumber, type EpochMs } from "../../../../../shared/common/time";
import { holidaysWithin } from "../../../../../shared/holidays/coming-holidays";
import { holidayWords } from "../../../../../shared/holidays/holiday-words";
import { openHoliday } from "../../../navigation/pages";
import { Notice } from "../../../ui/notice";
import { Pressable } from "../../../ui/pressable";

/** From when on the list says that a holiday is near. */
const HOLIDAY_NEAR_DAYS = 10;

export interface HolidayNearProps {
  /** The first four digits of the city's division code. */
  city: string;
  now: EpochMs;
}

/** Leads to the stations that open on the holiday, once it is near. */
export function HolidayNotice({ city, now }: HolidayNearProps) {
  const [holiday] = holidaysWithin(beijingDayNumber(now), HOLIDAY_NEAR_DAYS);
  if (holiday === undefined) return null;
  return (
    <Notice>
      <View>{holidayWords(holiday)}，先看看谁开门</View>
      <Pressable className="link" onPress={() => openHoliday(city)}>
        假期开着的驿站
      </Pressable>
    </Notice>
  );
}

import { View } from "@tarojs/components";
import { AMENITIES } from "../../../../../shared/amenities/amenity";
import { beijingDayNumber, type EpochMs } from "../../../../../shared/core/time";
import { holidaysWithin } from "../../../../../shared/holidays/coming-holidays";
import { holidayWords } from "../../../../../shared/holidays/holiday-words";
import { openHoliday } from "../../../navigation/pages";
import { Notice } from "../../../ui/notice";
import { Pressable } from "../../../ui/pressable";
import { pastTimeWords } from "../../../ui/words/clock-words";
import { CALENDAR_UNKNOWN } from "../station-words";
import type { NearbyView } from "./nearby-query";
import { FIRST_FILTERS, type NearbyFilters } from "./nearby-question";

/** From when on the list says that a holiday is near. */
const HOLIDAY_NEAR_DAYS = 10;

interface NoticesProps {
  view: NearbyView;
  now: EpochMs;
  filters: NearbyFilters;
  onChangeFilters: (filters: NearbyFilters) => void;
  onReload: () => void;
}

/** What holds for the list as a whole. */
export function Notices({ view, now, filters, onChangeFilters, onReload }: NoticesProps) {
  const calendarUnknown = view.stations.some(({ opening }) => !opening.calendarKnown);
  const [holiday] = holidaysWithin(beijingDayNumber(now), HOLIDAY_NEAR_DAYS);
  const city =
    view.stations
      .map(({ district }) => district.code)
      .find((code) => code !== null)
      ?.slice(0, 4) ?? null;
  return (
    <>
      {view.rememberedFrom === null ? null : (
        <Notice tone="soon">
          <View>没网。这是{pastTimeWords(view.rememberedFrom, now)} 看到的，开没开可能变了；「带我去」还能用。</View>
          <Pressable className="link" onPress={onReload}>
            再连一次
          </Pressable>
        </Notice>
      )}
      {view.staleSince === null ? null : (
        <Notice tone="soon">
          <View>新消息暂时传不过来。这是{pastTimeWords(view.staleSince, now)} 的情况，开没开可能变了。</View>
          <Pressable className="link" onPress={onReload}>
            再问一次
          </Pressable>
        </Notice>
      )}
      {view.isUnmatched ? (
        <Notice tone="soon">
          <View>{unmatchedWords(filters)}</View>
          <Pressable className="link" onPress={() => onChangeFilters({ ...FIRST_FILTERS, openOnly: filters.openOnly })}>
            不筛了
          </Pressable>
        </Notice>
      ) : null}
      {holiday !== undefined && city !== null ? (
        <Notice>
          <View>{holidayWords(holiday)}，先看看谁开门</View>
          <Pressable className="link" onPress={() => openHoliday(city)}>
            假期开着的驿站
          </Pressable>
        </Notice>
      ) : null}
      {calendarUnknown ? <Notice>{CALENDAR_UNKNOWN}</Notice> : null}
    </>
  );
}

/** 附近没听说哪家有微波炉, 附近没听说哪家 24 小时开、有微波炉. */
function unmatchedWords({ allDay, amenities }: NearbyFilters): string {
  const has = amenities.map((kind) => AMENITIES[kind].label).join("、");
  return `附近没听说哪家${[allDay ? " 24 小时开" : "", has === "" ? "" : `有${has}`].filter((part) => part !== "").join("、")}`;
}

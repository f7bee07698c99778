import { View } from "@tarojs/components";
import { AMENITIES } from "../../../../../shared/amenities/amenity";
import type { EpochMs } from "../../../../../shared/common/time";
import { Notice } from "../../../ui/notice";
import { Pressable } from "../../../ui/pressable";
import { pastTimeWords } from "../../../ui/words/clock-words";
import { CALENDAR_UNKNOWN } from "../station-words";
import { HolidayNear } from "./holiday-near";
import { FIRST_FILTERS, type NearbyFilters } from "./nearby-question";
import type { NearbyView } from "./nearby-view";

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
      {city === null ? null : <HolidayNear city={city} now={now} />}
      {calendarUnknown ? <Notice>{CALENDAR_UNKNOWN}</Notice> : null}
    </>
  );
}

/** 附近没听说哪家有微波炉, 附近没听说哪家 24 小时开、有微波炉. */
function unmatchedWords({ allDay, amenities }: NearbyFilters): string {
  const has = amenities.map((kind) => AMENITIES[kind].label).join("、");
  return `附近没听说哪家${[allDay ? " 24 小时开" : "", has === "" ? "" : `有${has}`].filter((part) => part !== "").join("、")}`;
}

import { View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import { type EpochMs, MINUTE_MS } from "../../../../../shared/common/time";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { useSettings } from "../../../platform/settings/settings";
import { ShareButton } from "../../../platform/share-button";
import { TakeMeThere } from "../../../platform/take-me-there";
import { Heading } from "../../../ui/heading";
import { Notice } from "../../../ui/notice";
import { Pressable } from "../../../ui/pressable";
import { pastTimeWords } from "../../../ui/words/clock-words";
import { DoorOnReturn } from "../../trust/door-on-return";
import { ReadAloud } from "../aloud/read-aloud";
import { arrivalWords, openingWords } from "../opening-words";
import { useWay } from "../origin/use-way";
import { StatePill } from "../state-pill";
import { StationName } from "../station-name";
import { CALENDAR_UNKNOWN, ownName, verifiedWords, wayWords } from "../station-words";
import { AmenitySections } from "./amenity-sections";
import { DeskLink } from "./desk-link";
import { OfficerLinks } from "./officer-links";
import { openingOf } from "./opening-of";
import { ServiceSection } from "./service-section";
import { SomethingWrong } from "./something-wrong";
import { StationPhotos } from "./station-photos";
import { Registered, WayIn } from "./way-in";
import { WeekHours } from "./week-hours";

interface StationViewProps {
  station: StationDetail;
  now: EpochMs;
  onWithdrawn: () => void;
}

export function StationView({ station, now, onWithdrawn }: StationViewProps) {
  const { travel } = useSettings();
  const way = useWay(station.location);
  const opening = openingOf(station, now, now + (way?.minutes ?? 0) * MINUTE_MS);
  const arrival = way === null ? null : arrivalWords(opening, way.minutes, now);
  const { text: state } = openingWords(opening, now);
  const wayText = way === null ? null : wayWords(way.metres, way.travel, way.isRough);
  const closedFor = opening.state === "temporarily_closed" ? (station.closure?.reason ?? null) : null;
  const trust = `${verifiedWords(station, now)}${opening.unattended ? " · 没人值守，自己进" : ""}`;
  const phones = station.phone?.split("、") ?? [];
  return (
    <>
      <View className="card station-head">
        <Heading level={1} className="answer-name">
          <StationName station={station} />
        </Heading>
        <StatePill words={openingWords(opening, now)} />
        {arrival ? <View className="answer-arrival">{arrival}</View> : null}
        {wayText ? <View className="station-way">{wayText}</View> : null}
        {closedFor ? <View className="secondary">{closedFor}</View> : null}
        <View className="secondary">{trust}</View>
        <View className="answer-actions">
          <TakeMeThere to={station} travel={travel} />
          {phones.map((phone) => (
            <Pressable
              key={phone}
              className="button button-plain"
              label={`打电话 ${phone}`}
              onPress={() => void Taro.makePhoneCall({ phoneNumber: dialled(phone) }).catch(() => undefined)}
            >
              {phones.length === 1 ? "打电话" : `打电话 ${phone}`}
            </Pressable>
          ))}
        </View>
        <ReadAloud
          name={station.name}
          parts={[
            station.isDemo ? `示例 · ${ownName(station)}` : station.name,
            state,
            arrival,
            wayText,
            closedFor,
            trust,
          ]}
        />
        <DoorOnReturn station={station} now={now} />
      </View>
      {station.stale && station.staleSince ? (
        <Notice tone="soon">
          连不上网。这是{pastTimeWords(Date.parse(station.staleSince), now)} 的情况，开没开可能变了；「带我去」还能用。
        </Notice>
      ) : null}
      {opening.calendarKnown ? null : <Notice>{CALENDAR_UNKNOWN}</Notice>}
      <StationPhotos station={station} />
      <WayIn station={station} />
      <WeekHours hours={station.hours} now={now} />
      <ServiceSection station={station} now={now} arrivesAt={now + (way?.minutes ?? 0) * MINUTE_MS} />
      <AmenitySections station={station} now={now} />
      <Registered station={station} now={now} />
      <SomethingWrong station={station} />
      <DeskLink station={station} />
      <OfficerLinks station={station} onWithdrawn={onWithdrawn} />
      <ShareButton name={station.name} page={`/visitor/station/index?id=${encodeURIComponent(station.id)}`} />
    </>
  );
}

/** 0951-6022000 转 801 is read by people; a telephone takes a comma as a pause. */
function dialled(phone: string): string {
  return phone.replace(/[()\s]/g, "").replace(/转/, ",");
}

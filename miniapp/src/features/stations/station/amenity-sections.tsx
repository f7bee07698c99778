import { Text, View } from "@tarojs/components";
import type { EpochMs } from "../../../../../shared/common/time";
import { beijingDate, beijingDayNumber } from "../../../../../shared/common/time";
import { dateWords } from "../../../../../shared/stations/hours-words";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { pastTimeWords } from "../../../ui/words/clock-words";
import { type AmenityWords, amenitySections } from "../amenity-words";

interface AmenitySectionsProps {
  station: StationDetail;
  now: EpochMs;
}

/** What is inside, in groups, each with mark and word. */
export function AmenitySections({ station, now }: AmenitySectionsProps) {
  return (
    <>
      <Heading level={2} className="section-title">
        里面有什么
      </Heading>
      <View className="card inside">
        {amenitySections(station).map(({ group, title, amenities }) => (
          <View key={group} className="inside-group">
            <Heading level={3} className="inside-title">
              {title}
            </Heading>
            <View className="inside-items">
              {amenities.map((amenity) => (
                <Item key={amenity.kind} amenity={amenity} detail={detailOf(station, amenity, now)} />
              ))}
            </View>
          </View>
        ))}
      </View>
    </>
  );
}

function Item({ amenity, detail }: { amenity: AmenityWords; detail: string | null }) {
  return (
    <View className="inside-item">
      <View className="inside-name">{amenity.label}</View>
      <View className={`inside-state amenity-${amenity.state}`}>
        <Text className="amenity-mark" {...accessible({ hidden: true })}>
          {amenity.mark}
        </Text>
        <Text>{amenity.stateText}</Text>
      </View>
      {detail ? <View className="secondary inside-detail">{detail}</View> : null}
    </View>
  );
}

/** Why it is so, since when, until when the medicine is good. */
function detailOf(station: StationDetail, { kind, state }: AmenityWords, now: EpochMs): string | null {
  const entry = station.amenityDetails[kind];
  if (!entry) return null;
  const broken = state === "broken" ? `${pastTimeWords(Date.parse(entry.since), now)}起` : null;
  const parts = [broken, entry.note, entry.expiresOn === null ? null : expiryWords(entry.expiresOn, now)];
  const told = parts.filter((part) => part !== null && part !== "");
  return told.length === 0 ? null : told.join(" · ");
}

function expiryWords(expiresOn: string, now: EpochMs): string {
  const passed = expiresOn < beijingDate(beijingDayNumber(now));
  const year = expiresOn.slice(0, 4);
  return passed ? `${year}年${dateWords(expiresOn)}已过期，别用` : `${year}年${dateWords(expiresOn)}到期`;
}

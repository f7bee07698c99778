import { Text, View } from "@tarojs/components";
import type { EpochMs } from "../../../../../shared/common/time";
import { withoutPast } from "../../../../../shared/stations/services/kept-services";
import { serviceHoursLines } from "../../../../../shared/stations/services/service-hours-words";
import { type ServiceTime, serviceTime } from "../../../../../shared/stations/services/service-time";
import type { StationDetail, TimedServiceAnswer } from "../../../../../shared/stations/station-answer";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { serviceWords } from "../services/service-words";
import { doorOf } from "./opening-of";

interface ServiceSectionProps {
  station: StationDetail;
  now: EpochMs;
  /** When the person gets there. */
  arrivesAt: EpochMs;
}

/** What is offered at times of its own: what is there on arrival first, then what begins next. */
export function ServiceSection({ station, now, arrivesAt }: ServiceSectionProps) {
  const door = doorOf(station);
  const services = withoutPast(station.timedServices ?? [], now)
    .map((service) => ({ service, time: serviceTime(door, service.hours, now, arrivesAt) }))
    .sort((a, b) => turnOf(a.time) - turnOf(b.time));
  if (services.length === 0) return null;
  return (
    <>
      <Heading level={2} className="section-title">
        定时服务
      </Heading>
      <View className="card inside services">
        {services.map(({ service, time }) => (
          <Service key={service.name} service={service} time={time} now={now} />
        ))}
      </View>
    </>
  );
}

function Service({ service, time, now }: { service: TimedServiceAnswer; time: ServiceTime; now: EpochMs }) {
  const { name, hours, note, confirmedAt } = service;
  const { tone, mark, text } = serviceWords(time, now);
  const more = [...serviceHoursLines(hours), note, confirmedAt === null ? "没人确认过" : null];
  return (
    <View className="inside-item service">
      <View className="inside-name">{name}</View>
      <View className={`inside-state service-${tone}`}>
        <Text className="amenity-mark" {...accessible({ hidden: true })}>
          {mark}
        </Text>
        <Text>{text}</Text>
      </View>
      <View className="secondary inside-detail">{more.filter((part) => part !== null).join(" · ")}</View>
    </View>
  );
}

/** Smaller comes first. */
function turnOf({ onArrival, startsAt }: ServiceTime): number {
  if (onArrival === true) return 0;
  return onArrival === null ? 1 : (startsAt ?? Number.POSITIVE_INFINITY);
}

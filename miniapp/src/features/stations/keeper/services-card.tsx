import { View } from "@tarojs/components";
import { useState } from "react";
import { MOST_SERVICES } from "../../../../../shared/common/field-limits";
import type { EpochMs } from "../../../../../shared/common/time";
import { withoutPast } from "../../../../../shared/stations/services/kept-services";
import { serviceHoursLines } from "../../../../../shared/stations/services/service-hours-words";
import type { StationDetail, TimedServiceAnswer } from "../../../../../shared/stations/station-answer";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import type { KeeperTap } from "./keeper-tap";
import { ServiceSheet } from "./service-sheet";

interface ServicesCardProps {
  station: StationDetail;
  now: EpochMs;
  onTap: (tap: KeeperTap) => void;
}

/** What the station offers at times of its own; each is changed where it stands. */
export function ServicesCard({ station: { id, hours, timedServices = [] }, now, onTap }: ServicesCardProps) {
  const [open, setOpen] = useState<TimedServiceAnswer | "new" | null>(null);
  const services = withoutPast(timedServices, now);
  const say = (tap: KeeperTap) => {
    setOpen(null);
    onTap(tap);
  };
  return (
    <>
      <Heading level={2} className="section-title">
        定时服务
      </Heading>
      {services.map((service) => (
        <Pressable key={service.name} className="card keeper-today" onPress={() => setOpen(service)}>
          <View>
            <View className="tile-name">{service.name}</View>
            <View className="secondary">
              {[...serviceHoursLines(service.hours), service.note].filter(Boolean).join(" · ")}
            </View>
          </View>
          <View className="keeper-today-action">改</View>
        </Pressable>
      ))}
      {services.length < MOST_SERVICES ? (
        <Pressable className="button button-quiet" onPress={() => setOpen("new")}>
          加一项：法律援助、理发、义诊…
        </Pressable>
      ) : null}
      {open === null ? null : (
        <ServiceSheet
          doorHours={hours}
          service={open === "new" ? null : open}
          now={now}
          onClose={() => setOpen(null)}
          onSay={({ name, ...said }) =>
            say({ endpoint: "PUT /stations/:id/services/:name", input: { id, name, ...said } })
          }
          onForget={(name) => say({ endpoint: "DELETE /stations/:id/services/:name", input: { id, name } })}
        />
      )}
    </>
  );
}

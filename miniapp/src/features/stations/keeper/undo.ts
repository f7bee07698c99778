import { beijingDate, beijingDayNumber, type EpochMs } from "../../../../../shared/common/time";
import { serviceHoursText } from "../../../../../shared/stations/services/write-service-hours";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import type { KeeperTap } from "./keeper-tap";

/** The tap that brings back how the station was before another; null where nothing can, as with a confirmation. */
export function undoOf(tap: KeeperTap, before: StationDetail, now: EpochMs): KeeperTap | null {
  const { id } = before;
  switch (tap.endpoint) {
    case "PUT /stations/:id/closure":
    case "DELETE /stations/:id/closure": {
      const { closure } = before;
      const stood = closure !== null && (closure.until === null || Date.parse(closure.until) > now);
      if (!stood) return { endpoint: "DELETE /stations/:id/closure", input: { id } };
      return { endpoint: "PUT /stations/:id/closure", input: { id, until: closure.until, reason: closure.reason } };
    }
    case "PUT /stations/:id/amenities/:kind":
    case "DELETE /stations/:id/amenities/:kind": {
      const { kind } = tap.input;
      const entry = before.amenityDetails[kind];
      if (!entry) return { endpoint: "DELETE /stations/:id/amenities/:kind", input: { id, kind } };
      const { state, note, expiresOn } = entry;
      return { endpoint: "PUT /stations/:id/amenities/:kind", input: { id, kind, state, note, expiresOn } };
    }
    case "PUT /stations/:id/services/:name":
    case "DELETE /stations/:id/services/:name": {
      const { name } = tap.input;
      const known = before.timedServices?.find((service) => service.name === name);
      if (!known) return { endpoint: "DELETE /stations/:id/services/:name", input: { id, name } };
      const hoursText = serviceHoursText(known.hours, beijingDate(beijingDayNumber(now)));
      if (hoursText === null) return null;
      return { endpoint: "PUT /stations/:id/services/:name", input: { id, name, hoursText, note: known.note } };
    }
    case "PUT /stations/:id/today":
    case "DELETE /stations/:id/today": {
      const date = beijingDate(beijingDayNumber(now));
      const spans = before.hours.exceptions.find((exception) => exception.date === date)?.hours;
      if (spans === undefined || spans === "unknown") return { endpoint: "DELETE /stations/:id/today", input: { id } };
      return { endpoint: "PUT /stations/:id/today", input: { id, spans } };
    }
    case "PUT /stations/:id/days": {
      const days = tap.input.days.map(({ date }) => {
        const hours = before.hours.exceptions.find((exception) => exception.date === date)?.hours;
        return { date, hours: hours === undefined || hours === "unknown" ? ("unsaid" as const) : hours };
      });
      return { endpoint: "PUT /stations/:id/days", input: { id, days } };
    }
    case "POST /stations/:id/facts":
    case "POST /stations/:id/confirm":
      return null;
  }
}

import type { AroundClass, AroundPart, AroundService } from "../../../../shared/circle/around-answer";
import type { EpochMs } from "../../../../shared/common/time";
import { openClass } from "../../navigation/class-pages";
import { openStation } from "../../navigation/pages";
import { SessionTitle } from "../classes/session-title";
import { StationName } from "../stations/station-name";
import { ownName } from "../stations/station-words";
import { CircleCard, CircleRow } from "./circle-card";
import { aroundServiceWords, classWords, countWords, hasWords, PART_WORDS, placeWords } from "./circle-words";

interface Timed {
  now: EpochMs;
}

/** Doors, toilets, water, charging: stations, those that are open on arrival first. */
export function PlacesCard({ part, now }: Timed & { part: AroundPart }) {
  const { title, none } = PART_WORDS[part.what];
  return (
    <CircleCard
      title={title}
      summary={part.places.length === 0 ? none : countWords(part.now, part.later)}
      rows={part.places.map((place) => (
        <CircleRow
          key={place.stationId}
          name={<StationName station={place} />}
          words={placeWords(place, now)}
          detail={hasWords(place)}
          travelMinutes={place.travelMinutes}
          onPress={() => openStation(place.stationId)}
        />
      ))}
    />
  );
}

/** Null: they could not be asked for. */
export function ClassesCard({ classes, now }: Timed & { classes: readonly AroundClass[] | null }) {
  const none = classes === null ? "要连上网才知道" : "今天没有还有座的课";
  return (
    <CircleCard
      title="有座的课"
      summary={classes === null || classes.length === 0 ? none : `今天 ${classes.length} 节`}
      rows={(classes ?? []).map((session) => (
        <CircleRow
          key={session.id}
          name={<SessionTitle session={session} />}
          words={classWords(session, now)}
          detail={ownName({ name: session.venueName, isDemo: session.isDemo })}
          travelMinutes={session.travelMinutes}
          onPress={() => openClass(session.id)}
        />
      ))}
    />
  );
}

export function ServicesCard({ services, now }: Timed & { services: readonly AroundService[] }) {
  const there = services.filter(({ onArrival }) => onArrival === true).length;
  return (
    <CircleCard
      title="定时服务"
      summary={services.length === 0 ? "七天里没有" : countWords(there, services.length - there, "项")}
      rows={services.map((service) => (
        <CircleRow
          key={`${service.stationId} ${service.name}`}
          name={service.name}
          words={aroundServiceWords(service, now)}
          detail={[ownName({ name: service.stationName, isDemo: service.isDemo }), service.note]
            .filter(Boolean)
            .join(" · ")}
          travelMinutes={service.travelMinutes}
          onPress={() => openStation(service.stationId)}
        />
      ))}
    />
  );
}

import { useCallback, useMemo } from "react";
import { MissingForm } from "../../features/missing-stations/missing-form";
import { MissingOne } from "../../features/missing-stations/missing-one";
import { type Origin, precisionOf } from "../../features/stations/origin/origin";
import { useOriginState } from "../../features/stations/origin/origin-store";
import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";
import { openPlacePicker } from "../../navigation/pages";
import { Heading } from "../../ui/heading";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "./index.scss";

/** 这里该有个站: say it in one tap, join what others said, and read what the office answers. */
export default function MissingStationsPage() {
  const state = useOriginState();
  const origin = state.status === "known" && precisionOf(state.origin) === "exact" ? state.origin : null;
  const load = useCallback(() => loadBoth(origin), [origin]);
  const [lists, reload] = useLoadable(load);
  const own = useMemo(() => new Set(lists.status === "ready" ? lists.value.mine.map(({ id }) => id) : []), [lists]);
  return (
    <PageFrame className="missing">
      {origin === null ? <NoPlace /> : <MissingForm origin={origin} onSaid={reload} />}
      {lists.status === "loading" ? <ListSkeleton rows={2} /> : null}
      {lists.status === "failed" ? <Failure failure={lists.failure} onRetry={reload} /> : null}
      {lists.status === "ready" ? (
        <>
          <Part title="这一带大家说的" missing={lists.value.near.filter(({ id }) => !own.has(id))} onJoined={reload} />
          <Part title="我说过的" missing={lists.value.mine} />
        </>
      ) : null}
    </PageFrame>
  );
}

type Missing = Awaited<ReturnType<typeof loadBoth>>["mine"][number];

interface PartProps {
  title: string;
  missing: readonly Missing[];
  /** Somebody says the same; absent where they have said so. */
  onJoined?: () => Promise<void>;
}

function Part({ title, missing, onJoined }: PartProps) {
  if (missing.length === 0) return null;
  return (
    <>
      <Heading level={2} className="list-title">
        {title}
      </Heading>
      {missing.map((one) => (
        <MissingOne key={one.id} missing={one} onJoined={onJoined} />
      ))}
    </>
  );
}

async function loadBoth(origin: Origin | null) {
  const [near, mine] = await Promise.all([
    origin === null ? null : callApi("GET /missing-stations", placeOf(origin)),
    callApi("GET /missing-stations/mine", {}),
  ]);
  return { near: near?.missing ?? [], mine: mine.missing };
}

/** As the server takes it; it keeps the cell alone. */
function placeOf(origin: Origin) {
  const datum = origin.source === "position" ? origin.datum : ("gcj02" as const);
  return { latitude: origin.point.latitude, longitude: origin.point.longitude, datum };
}

function NoPlace() {
  return (
    <Message title="说的是哪里？" advice="先选一条街或一个路口，再说这里缺什么">
      <Pressable className="button button-main" onPress={openPlacePicker}>
        选个地点
      </Pressable>
    </Message>
  );
}

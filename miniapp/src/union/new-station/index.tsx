import { useCallback, useState } from "react";
import { may } from "../../../../shared/people/permissions";
import type { StationDetail } from "../../../../shared/stations/station-answer";
import { useSignIn } from "../../features/people/sign-in";
import { SignInHere } from "../../features/people/sign-in-here";
import { loadDistricts } from "../../features/stations/new-station/load-districts";
import { NewStationForm } from "../../features/stations/new-station/new-station-form";
import { useLoadable } from "../../http/use-loadable";
import { openInviting } from "../../navigation/account-pages";
import { openStation } from "../../navigation/pages";
import { Failure, Message } from "../../ui/message";
import { PageFrame } from "../../ui/page-frame";
import { Pressable } from "../../ui/pressable";
import { ListSkeleton } from "../../ui/skeleton";
import "../course/index.scss";

/** For officers: one station more, in a district of their reach. Many come in by a list. */
export default function NewStationPage() {
  const user = useSignIn()?.user ?? null;
  const load = useCallback(async () => (user === null ? [] : loadDistricts(user)), [user]);
  const [districts, reload] = useLoadable(load);
  const [added, setAdded] = useState<{ station: StationDetail; isBack: boolean } | null>(null);
  return (
    <PageFrame className="course">
      {user === null || !may(user, "station:create") ? (
        <SignInHere title="这里给工会干部用" advice="用工会干部的身份登录，这里接着办" />
      ) : added !== null ? (
        <Added {...added} onNext={() => setAdded(null)} />
      ) : districts.status === "loading" ? (
        <ListSkeleton rows={2} />
      ) : districts.status === "failed" ? (
        <Failure failure={districts.failure} onRetry={reload} />
      ) : (
        <NewStationForm
          districts={districts.value}
          onAdded={(station) => setAdded({ station, isBack: false })}
          onBack={(station) => setAdded({ station, isBack: true })}
        />
      )}
    </PageFrame>
  );
}

interface AddedProps {
  station: StationDetail;
  /** It was withdrawn, and is as it was then. */
  isBack: boolean;
  onNext: () => void;
}

function Added({ station: { id, name }, isBack, onNext }: AddedProps) {
  const words = isBack
    ? { title: `✓ ${name}恢复了`, advice: "大家又能找到它。资料还是撤下以前的，看看对不对" }
    : { title: `✓ ${name}加好了`, advice: "大家现在就能找到它。请一位站长来管，拍一张门口的照片" };
  return (
    <Message {...words}>
      <Pressable className="button button-main" onPress={() => openStation(id)}>
        看驿站
      </Pressable>
      <Pressable className="button button-plain" onPress={openInviting}>
        请一位站长
      </Pressable>
      <Pressable className="button button-quiet" onPress={onNext}>
        再加一个
      </Pressable>
    </Message>
  );
}

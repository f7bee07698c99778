import { mayAt } from "../../../../../shared/people/permissions";
import type { StationDetail } from "../../../../../shared/stations/station-answer";
import { openDeskOf } from "../../../navigation/account-pages";
import { Pressable } from "../../../ui/pressable";
import { useSignIn } from "../../people/sign-in";

/** For those who look after this station, its keepers and officers who reach it; nobody else sees it. */
export function DeskLink({ station }: { station: Pick<StationDetail, "id" | "district"> }) {
  const signIn = useSignIn();
  const { id, district } = station;
  if (signIn === null || !mayAt(signIn.user, "station:photograph", { id, districtCode: district.code })) return null;
  return (
    <Pressable className="button button-plain" onPress={() => openDeskOf(id)}>
      管这个站：照片、设施、开关门
    </Pressable>
  );
}

import { officerReaches } from "../../../../shared/people/roles";
import type { StationDetail } from "../../../../shared/stations/station-answer";
import { Pressable } from "../../components/pressable";
import { useSignIn } from "../../http/sign-in";
import { openAudit } from "../../navigation/union-pages";

/** For officers who answer for this station; nobody else sees it. */
export function OfficerLinks({ station }: { station: Pick<StationDetail, "id" | "name" | "district"> }) {
  const signIn = useSignIn();
  if (signIn === null || !officerReaches(signIn.user, station.district.code)) return null;
  return (
    <Pressable className="button button-plain" onPress={() => openAudit(station)}>
      谁改过什么
    </Pressable>
  );
}

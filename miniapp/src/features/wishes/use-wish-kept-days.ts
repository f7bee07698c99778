import { callApi } from "../../http/call-api";
import { useLoadable } from "../../http/use-loadable";

const loadSettings = () => callApi("GET /settings", {});

/** For how many days what is in a wish stays once it is closed; null: the server has not said yet. */
export function useWishKeptDays(): number | null {
  const [settings] = useLoadable(loadSettings);
  return settings.status === "ready" ? settings.value.wishKeptDays : null;
}

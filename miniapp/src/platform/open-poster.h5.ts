import { API_BASE } from "../build-settings";

/** The poster opens in a tab of its own, from where it is printed. */
export function openPoster(stationId: string): void {
  window.open(`${API_BASE}/stations/${encodeURIComponent(stationId)}/poster.pdf`, "_blank", "noopener");
}

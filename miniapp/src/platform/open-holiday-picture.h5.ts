import { API_BASE } from "../build-settings";

/** The list of a city as a picture, in a tab of its own: it is kept or handed on from there. */
export function openHolidayPicture(city: string): void {
  window.open(`${API_BASE}/holidays/next.png?city=${encodeURIComponent(city)}`, "_blank", "noopener");
}

/** The paper for a station's door, from where it is printed. */
export function openHolidayNotice(stationId: string): void {
  window.open(`${API_BASE}/stations/${encodeURIComponent(stationId)}/holiday.pdf`, "_blank", "noopener");
}

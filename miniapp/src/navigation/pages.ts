import Taro from "@tarojs/taro";
import { openPage, openTab } from "./go";

export function openStation(id: string): void {
  openPage(`/visitor/station/index?id=${encodeURIComponent(id)}`);
}

export function openPlacePicker(): void {
  openPage("/visitor/place/index");
}

/** 我的15分钟圈: what one gets to within 15 minutes, now and later today. */
export function openCircle(): void {
  openPage("/visitor/circle/index");
}

/** The places of one district, named as a list asks for its stations. */
export function openPlacesOf(district: string): void {
  openPage(`/visitor/place/index?district=${encodeURIComponent(district)}`);
}

/** With a place picked, past the list of districts, to where the person came from. */
export function backFromPlaces(): void {
  const pages = Taro.getCurrentPages();
  const delta = [...pages].reverse().findIndex(({ route = "" }) => !route.includes("visitor/place/index"));
  if (delta > 0) void Taro.navigateBack({ delta });
  else openNearby();
}

export function openMyReports(): void {
  openPage("/visitor/reports/index");
}

/** Where one says that a station is missing, and reads what came of it. */
export function openMissingStations(): void {
  openPage("/visitor/missing/index");
}

/** Who opens on the next holiday in a city, by its code. */
export function openHoliday(city: string): void {
  openPage(`/visitor/holiday/index?city=${encodeURIComponent(city)}`);
}

/** Blind checks, for whoever has a code of a sample. */
export function openChecks(): void {
  openPage("/visitor/check/index");
}

export type LegalPage = "privacy" | "agreement" | "complaint";

export function openLegal(page: LegalPage): void {
  openPage(`/visitor/${page}/index`);
}

export function openNearby(): void {
  openTab("/pages/nearby/index");
}

/** To 我的, where one signs in. */
export function openMe(): void {
  openTab("/pages/me/index");
}

/** Back to where the person came from, or to 附近 for a page that was opened by a link. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openNearby();
}

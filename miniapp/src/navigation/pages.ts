import Taro from "@tarojs/taro";
import { openPage, openTab } from "./go";

export function openStation(id: string): void {
  openPage(`/visitor/station/index?id=${encodeURIComponent(id)}`);
}

export function openPlacePicker(): void {
  openPage("/visitor/place/index");
}

export function openMyReports(): void {
  openPage("/visitor/reports/index");
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

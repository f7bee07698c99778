import Taro from "@tarojs/taro";

export function openStation(id: string): void {
  void Taro.navigateTo({ url: `/visitor/station/index?id=${encodeURIComponent(id)}` });
}

export function openPlacePicker(): void {
  void Taro.navigateTo({ url: "/visitor/place/index" });
}

export function openMyReports(): void {
  void Taro.navigateTo({ url: "/visitor/reports/index" });
}

export type LegalPage = "privacy" | "agreement" | "complaint";

export function openLegal(page: LegalPage): void {
  void Taro.navigateTo({ url: `/visitor/${page}/index` });
}

export function openNearby(): void {
  void Taro.switchTab({ url: "/pages/nearby/index" });
}

/** To 我的, where one signs in. */
export function openMe(): void {
  void Taro.switchTab({ url: "/pages/me/index" });
}

/** Back to where the person came from, or to 附近 for a page that was opened by a link. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openNearby();
}

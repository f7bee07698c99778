import Taro from "@tarojs/taro";
import { API_BASE } from "../build-settings";

/** The list of a city as a picture, over the page: a long press keeps it or hands it on. */
export function openHolidayPicture(city: string): void {
  const url = `${API_BASE}/holidays/next.png?city=${encodeURIComponent(city)}`;
  void Taro.previewImage({ urls: [url] }).catch(() => notOpened());
}

/** The paper for a station's door opens in WeChat's own reader, which hands it on to a chat or a printer. */
export function openHolidayNotice(stationId: string): void {
  void showNotice(`${API_BASE}/stations/${encodeURIComponent(stationId)}/holiday.pdf`).catch(() => notOpened());
}

async function showNotice(url: string): Promise<void> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url });
  if (statusCode !== 200) throw new Error(`holiday notice: ${statusCode}`);
  await Taro.openDocument({ filePath: tempFilePath, fileType: "pdf", showMenu: true });
}

function notOpened(): void {
  void Taro.showToast({ title: "没打开，看看网络再点一次", icon: "none" });
}

import Taro from "@tarojs/taro";
import { API_BASE } from "../build-settings";

/** The poster opens in WeChat's own reader, which hands it on to a chat or a printer. */
export function openPoster(stationId: string): void {
  void showPoster(`${API_BASE}/stations/${encodeURIComponent(stationId)}/poster.pdf`).catch(() =>
    Taro.showToast({ title: "海报没打开，看看网络再点一次", icon: "none" }),
  );
}

async function showPoster(url: string): Promise<void> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url });
  if (statusCode !== 200) throw new Error(`poster: ${statusCode}`);
  await Taro.openDocument({ filePath: tempFilePath, fileType: "pdf", showMenu: true });
}

import Taro from "@tarojs/taro";
import type { PhotoSubject } from "../../../../shared/stations/photos";
import type { StationDetail } from "../../../../shared/stations/station-answer";
import { API_BASE } from "../../build-settings";
import { ApiFailure, failureFromReply } from "../../http/api-failure";
import { isTimeout, withToken } from "../../http/call-api";
import { sentHeader } from "../../http/sent-header";

/** A photo is a hundred times what a tap is. */
const TIMEOUT_MS = 40_000;

interface PhotoToSend {
  stationId: string;
  of: PhotoSubject;
  /** As the phone names the file it was given. */
  filePath: string;
}

/**
 * The only caller of `Taro.uploadFile`. The same file sent again is one photo, so that whoever got no answer just tries again.
 *
 * @throws ApiFailure as `callApi` does
 */
export function uploadPhoto({ stationId, of, filePath }: PhotoToSend): Promise<StationDetail> {
  return withToken(async (token) => {
    const { statusCode, data } = await Taro.uploadFile({
      url: `${API_BASE}/stations/${encodeURIComponent(stationId)}/photos?of=${of}`,
      filePath,
      name: "photo",
      header: sentHeader(token),
      timeout: TIMEOUT_MS,
    }).catch((error: unknown) => {
      throw new ApiFailure(isTimeout(error) ? "timeout" : "offline");
    });
    const body = parsed(data);
    if (statusCode < 200 || statusCode >= 300) throw failureFromReply(statusCode, body, null);
    if (typeof body !== "object" || body === null) throw new ApiFailure("unreadable");
    return body as StationDetail;
  });
}

/** Files are answered with text on every platform. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

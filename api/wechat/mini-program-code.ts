import { WechatError, type WechatRequest } from "./call-wechat.js";

/** The picture as WeChat drew it, with its own clear ground around the code. */
export interface MiniProgramCode {
  bytes: Uint8Array<ArrayBuffer>;
  format: "jpeg" | "png";
}

/** Pixels of a side: 300 dots an inch on the poster. WeChat draws 280 to 1280. */
const WIDTH = 700;
/** What WeChat takes as a scene. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@._~-]{1,32}$/;
/** WeChat's number for a scene that it does not take. */
const INVALID_SCENE = 40129;

/**
 * Asks WeChat to draw a code (`POST /wxa/getwxacodeunlimit`), which never ends and may be drawn for any number of scenes.
 * The path is checked: until the page is published WeChat refuses (41030), so that no code is printed that opens nothing.
 *
 * @throws WechatError, also for what is no picture
 */
export async function fetchMiniProgramCode(
  call: (request: WechatRequest) => Promise<Uint8Array<ArrayBuffer>>,
  page: string,
  scene: string,
): Promise<MiniProgramCode> {
  if (!SCENE.test(scene)) throw new WechatError(INVALID_SCENE, true);
  const json = { scene, page, check_path: true, env_version: "release", width: WIDTH };
  const bytes = await call({ method: "POST", path: "/wxa/getwxacodeunlimit", json });
  return { bytes, format: await pictureFormat(bytes) };
}

/** Reads all of it, so that nothing that is cut off gets as far as paper. */
async function pictureFormat(bytes: Uint8Array): Promise<MiniProgramCode["format"]> {
  const { default: sharp } = await import("sharp");
  try {
    const picture = sharp(bytes, { failOn: "error", limitInputPixels: 4 * WIDTH * WIDTH });
    const { format } = await picture.metadata();
    await picture.stats();
    if (format === "jpeg" || format === "png") return format;
  } catch {
    // No picture, as what is said below.
  }
  throw new WechatError(null);
}

import Taro from "@tarojs/taro";

/** A photo from the camera or the album, made smaller by WeChat; null: the person turned away, or refused the camera. */
export async function pickPhoto(): Promise<string | null> {
  const chosen = await Taro.chooseMedia({
    count: 1,
    mediaType: ["image"],
    sourceType: ["camera", "album"],
    sizeType: ["compressed"],
  }).catch(() => null);
  const file = chosen?.tempFiles[0];
  if (file === undefined) return null;
  return file.size > LARGEST_BYTES ? smaller(file.tempFilePath) : file.tempFilePath;
}

/** WeChat's 压缩 leaves some pictures of good cameras larger than a server takes (4 MB). */
const LARGEST_BYTES = 3 * 1024 * 1024;
const QUALITY = 60;

async function smaller(filePath: string): Promise<string> {
  return Taro.compressImage({ src: filePath, quality: QUALITY }).then(
    ({ tempFilePath }) => tempFilePath,
    // Sent as it is: the server says what is wrong with it.
    () => filePath,
  );
}

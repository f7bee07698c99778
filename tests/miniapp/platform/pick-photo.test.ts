import { beforeEach, describe, expect, it } from "vitest";
import { pickPhoto } from "../../../miniapp/src/platform/pick-photo.weapp.js";
import Taro, { newPhone } from "../support/taro.js";

beforeEach(() => {
  newPhone();
  Taro.chooseMedia.mockReset();
  Taro.compressImage.mockReset();
});

const chosen = (size: number) => ({ tempFiles: [{ tempFilePath: "wxfile://photo.jpg", size }] });

describe("a photo picked in WeChat", () => {
  it("is one picture, made smaller by WeChat, from the camera or the album", async () => {
    Taro.chooseMedia.mockResolvedValue(chosen(900_000));
    expect(await pickPhoto()).toBe("wxfile://photo.jpg");
    expect(Taro.chooseMedia).toHaveBeenCalledWith({
      count: 1,
      mediaType: ["image"],
      sourceType: ["camera", "album"],
      sizeType: ["compressed"],
    });
    expect(Taro.compressImage).not.toHaveBeenCalled();
  });

  it("is made smaller once more where it is still too large to send", async () => {
    Taro.chooseMedia.mockResolvedValue(chosen(5_000_000));
    Taro.compressImage.mockResolvedValueOnce({ tempFilePath: "wxfile://smaller.jpg" });
    expect(await pickPhoto()).toBe("wxfile://smaller.jpg");
    Taro.compressImage.mockRejectedValueOnce({ errMsg: "compressImage:fail" });
    expect(await pickPhoto()).toBe("wxfile://photo.jpg");
  });

  it("is none when the person turns away or refuses the camera", async () => {
    Taro.chooseMedia.mockRejectedValue({ errMsg: "chooseMedia:fail cancel" });
    expect(await pickPhoto()).toBeNull();
  });
});

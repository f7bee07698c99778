import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { ApiError } from "../../../api/api-error.js";
import { shrinkPhoto } from "../../../api/photos/shrink-photo.js";
import { givenPhotoFile } from "../../support/given-photo.js";

/** The sentence for the field `photo` with which a file is refused. */
const refusal = async (file: Uint8Array) => {
  const error: unknown = await shrinkPhoto(file).catch((thrown: unknown) => thrown);
  if (!(error instanceof ApiError)) throw new Error("it was taken");
  expect([error.code, error.fields?.map(({ path }) => path)]).toEqual(["invalid_input", ["photo"]]);
  return error.fields?.[0]?.message;
};
const pixel = async (jpeg: Uint8Array, left: number, top: number) => {
  const { data } = await sharp(jpeg)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (data[0] ?? 0) > (data[2] ?? 0) ? "red" : "blue";
};

describe("a photo that is taken in", () => {
  it.each(["jpeg", "png", "webp"] as const)("is a JPEG in two sizes, whether it came as %s or not", async (format) => {
    const { files, width, height } = await shrinkPhoto(await givenPhotoFile({ width: 4_000, height: 3_000, format }));
    expect([width, height]).toEqual([1_280, 960]);
    expect(await sharp(files.large).metadata()).toMatchObject({ format: "jpeg", width: 1_280, height: 960 });
    expect(await sharp(files.small).metadata()).toMatchObject({ format: "jpeg", width: 480, height: 360 });
  });

  it("holds neither place nor time nor camera any more", async () => {
    const sent = await givenPhotoFile();
    const before = await sharp(sent).metadata();
    expect([before.exif, before.xmp].every((part) => part !== undefined)).toBe(true);
    expect(Buffer.from(sent).includes("PhoneMaker")).toBe(true);
    const { files } = await shrinkPhoto(sent);
    for (const file of [files.large, files.small]) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(file).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      for (const trace of ["PhoneMaker", "Model 9", "Exif", "GPS", "xmpmeta"]) {
        expect(Buffer.from(file).includes(trace), trace).toBe(false);
      }
    }
  });

  it("stands upright, however the phone was held", async () => {
    const { files, width, height } = await shrinkPhoto(await givenPhotoFile({ orientation: 6 }));
    expect([width, height]).toEqual([600, 800]);
    // What was on the left is above now.
    expect([await pixel(files.large, 300, 100), await pixel(files.large, 300, 700)]).toEqual(["red", "blue"]);
  });

  it("is not made larger than it was, and white where it was transparent", async () => {
    const clear = await sharp({ create: { width: 300, height: 260, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    const { files, width, height } = await shrinkPhoto(clear);
    expect([width, height]).toEqual([300, 260]);
    const { dominant } = await sharp(files.large).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
  });
});

describe("a photo is refused with a sentence that says why", () => {
  it("when it is none", async () => {
    expect(await refusal(new TextEncoder().encode("<html>"))).toContain("不是照片");
    expect(await refusal(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toContain("不是照片");
    expect(await refusal(new TextEncoder().encode("%PDF-1.7"))).toContain("不是照片");
    const gif = await sharp({ create: { width: 300, height: 300, channels: 3, background: "red" } })
      .gif()
      .toBuffer();
    expect(await refusal(gif)).toContain("不是照片");
    expect(await refusal(new Uint8Array())).toContain("不是照片");
  });

  it("when it only begins like one, or did not arrive whole", async () => {
    expect(await refusal(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))).toContain("打不开");
    const whole = await givenPhotoFile({ format: "jpeg" });
    expect(await refusal(whole.slice(0, whole.length / 2))).toContain("打不开");
  });

  it("when a small file would fill the memory", async () => {
    const bomb = await sharp({
      create: { width: 8_100, height: 8_000, channels: 3, background: "#fff" },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(4 * 1024 * 1024);
    expect(await refusal(bomb)).toContain("像素太多");
  });

  it("when it is too small to see anything", async () => {
    expect(await refusal(await givenPhotoFile({ width: 239, height: 1_000 }))).toContain("太小");
    await expect(shrinkPhoto(await givenPhotoFile({ width: 240, height: 1_000 }))).resolves.toBeTruthy();
  });
});

import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createFolderPhotoFiles } from "../../../api/photos/folder-photo-files.js";
import { type PhotoFiles, PhotoFilesError, photoFileName } from "../../../api/photos/photo-files.js";
import { createS3PhotoFiles } from "../../../api/photos/s3-photo-files.js";
import { type S3StandIn, startS3StandIn } from "../../support/s3-stand-in.js";

const NAME = photoFileName("st_one", "ph_abcdefgh", "large");
const jpeg = (...rest: number[]) => Uint8Array.from([0xff, 0xd8, 0xff, ...rest]);
const reasonOf = async (act: Promise<unknown>) => {
  const error: unknown = await act.catch((thrown: unknown) => thrown);
  if (!(error instanceof PhotoFilesError)) throw new Error("it did not fail as it should");
  return error.reason;
};

let folder: string;
let s3: S3StandIn;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yizhan-photo-files-"));
  s3 = await startS3StandIn();
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => s3.objects.clear());

describe.each<[string, () => PhotoFiles]>([
  ["a folder", () => createFolderPhotoFiles(join(folder, "made", "when needed"))],
  ["a bucket", () => createS3PhotoFiles(s3.bucket)],
])("pictures in %s", (_, open) => {
  it("come back as they were put, the newest of a name", async () => {
    const files = open();
    await files.put(NAME, jpeg(1));
    await files.put(NAME, jpeg(2, 0, 255));
    expect(await files.get(NAME)).toEqual(jpeg(2, 0, 255));
  });

  it("are not there once they are removed, nor before, which is no failure", async () => {
    const files = open();
    await files.put(NAME, jpeg(1));
    await files.remove(NAME);
    await files.remove(NAME);
    expect(await files.get(NAME)).toBeNull();
  });
});

describe("a folder", () => {
  it("holds nothing half-written", async () => {
    const own = join(folder, "whole");
    await createFolderPhotoFiles(own).put("one.jpg", jpeg(1));
    expect(await readdir(own)).toEqual(["one.jpg"]);
  });

  it("leaves nothing of a picture that could not be put", async () => {
    await mkdir(join(folder, "stations/st_full/a folder/with things"), { recursive: true });
    await reasonOf(createFolderPhotoFiles(folder).put("stations/st_full/a folder", jpeg(1)));
    expect(await readdir(join(folder, "stations/st_full"))).toEqual(["a folder"]);
  });

  it("says why it failed, in a word for the log", async () => {
    await writeFile(join(folder, "a-file"), "");
    expect(await reasonOf(createFolderPhotoFiles(join(folder, "a-file")).put(NAME, jpeg()))).toBe("ENOTDIR");
    expect(await reasonOf(createFolderPhotoFiles("/dev/null").get(NAME))).toBe("ENOTDIR");
  });
});

describe("a bucket", () => {
  it("gets pictures as pictures, below its own address, in path style", async () => {
    await createS3PhotoFiles(s3.bucket).put(NAME, jpeg(1));
    expect(s3.objects.get(NAME)).toMatchObject({ type: "image/jpeg" });
    expect(s3.requests.at(-1)).toBe(`PUT /photos/${NAME}`);
  });

  it.each([
    ["another secret", { secretAccessKey: "wrong" }, "403 SignatureDoesNotMatch"],
    ["another key", { accessKeyId: "AKIDWRONG" }, "403 InvalidAccessKeyId"],
    ["another region", { region: "elsewhere-1" }, "400 AuthorizationHeaderMalformed"],
  ])("is not opened with %s, and says so", async (_, wrong, reason) => {
    const files = createS3PhotoFiles({ ...s3.bucket, ...wrong });
    expect(await reasonOf(files.put(NAME, jpeg(1)))).toBe(reason);
    expect(await reasonOf(files.get(NAME))).toBe(reason);
    expect(await reasonOf(files.remove(NAME))).toBe(reason);
    expect(s3.objects.size).toBe(0);
  });

  it("that is not there is a failure, and no picture that is missing", async () => {
    const files = createS3PhotoFiles({ ...s3.bucket, url: s3.bucket.url.replace(/photos$/, "nowhere") });
    expect(await reasonOf(files.get(NAME))).toBe("404 NoSuchBucket");
  });

  it("is asked again when it is busy, and not for ever", async () => {
    const files = createS3PhotoFiles(s3.bucket);
    s3.failNext(503, "SlowDown", 2);
    await files.put(NAME, jpeg(7));
    expect(await files.get(NAME)).toEqual(jpeg(7));
    s3.failNext(503, "SlowDown", 3);
    expect(await reasonOf(files.put(NAME, jpeg(8)))).toBe("503 SlowDown");
    expect(await files.get(NAME)).toEqual(jpeg(7));
  });

  it("that cannot be reached fails", async () => {
    const files = createS3PhotoFiles({ ...s3.bucket, url: "http://127.0.0.1:1/photos" });
    expect(await reasonOf(files.get(NAME))).toMatch(/Error$/);
  });
});

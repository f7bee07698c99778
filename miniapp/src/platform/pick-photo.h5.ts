const LONGEST_SIDE = 1_600;
const QUALITY = 0.85;

let lastUrl: string | null = null;

/** A photo from the camera or the disk, made smaller before it is sent; null: the person turned away. */
export async function pickPhoto(): Promise<string | null> {
  const file = await pickFile();
  if (file === null) return null;
  const blob = await smaller(file);
  // One photo is on its way at a time: the one before is not needed any more.
  if (lastUrl !== null) URL.revokeObjectURL(lastUrl);
  lastUrl = URL.createObjectURL(blob);
  return lastUrl;
}

function pickFile(): Promise<File | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = "image/*";
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}

/** Upright, as the camera was held; null where the browser cannot. */
async function readPicture(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
}

/** What the browser cannot read is sent as it is: the server says what is wrong with it. */
async function smaller(file: File): Promise<Blob> {
  const picture = await readPicture(file);
  if (picture === null) return file;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  return blob ?? file;
}

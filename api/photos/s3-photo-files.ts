import { AwsClient } from "aws4fetch";
import { type PhotoFiles, PhotoFilesError } from "./photo-files.js";

/** A bucket of any store that speaks S3 (Signature Version 4). */
export interface S3Bucket {
  /**
   * The address under which its objects lie, without a slash at the end: `https://s3.example.cn/photos` (path style) or
   * `https://photos.oss-cn-beijing.aliyuncs.com` (virtual-hosted style).
   */
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const TIMEOUT_MS = 10_000;
/** A store that is busy (503, 429) or stumbles (500) is asked this often again, within a fraction of a second. */
const RETRIES = 2;

/** Pictures in a bucket. It needs no public access: pictures leave through this server. */
export function createS3PhotoFiles({ url, region, accessKeyId, secretAccessKey }: S3Bucket): PhotoFiles {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: RETRIES });
  async function send(method: "PUT" | "GET" | "DELETE", name: string, bytes?: Uint8Array<ArrayBuffer>) {
    const request: RequestInit = {
      method,
      headers: {
        ...(bytes === undefined ? {} : { "content-type": typeOf(name) }),
        "x-amz-content-sha256": await sha256(bytes ?? new Uint8Array()),
      },
      ...(bytes === undefined ? {} : { body: bytes }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    };
    return client.fetch(`${url}/${name}`, request).catch((error: unknown) => {
      throw new PhotoFilesError(error instanceof Error ? error.name : "unreachable");
    });
  }
  return {
    put: async (name, bytes) => {
      const response = await send("PUT", name, bytes);
      if (!response.ok) throw await refusal(response);
      await response.arrayBuffer();
    },
    get: async (name) => {
      const response = await send("GET", name);
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      const error = await refusal(response);
      // A bucket that is not there is a fault of the settings, and no picture that is missing.
      if (response.status === 404 && error.reason === "404 NoSuchKey") return null;
      throw error;
    },
    remove: async (name) => {
      const response = await send("DELETE", name);
      if (!response.ok && response.status !== 404) throw await refusal(response);
      await response.arrayBuffer();
    },
  };
}

function typeOf(name: string): string {
  return name.endsWith(".jpg") ? "image/jpeg" : "application/octet-stream";
}

/** The body's hash is signed, so that what arrives is what was sent; the library leaves it out. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

/** The status and S3's own code, such as `403 SignatureDoesNotMatch`. */
async function refusal(response: Response): Promise<PhotoFilesError> {
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? "";
  return new PhotoFilesError(`${response.status} ${code}`.trim());
}

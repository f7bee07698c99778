import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { S3Bucket } from "../../api/photos/s3-photo-files.js";

export interface S3StandIn {
  /** Its one bucket, in path style, with the keys that open it. */
  bucket: S3Bucket;
  /** The objects there are, by key. */
  objects: Map<string, { body: Buffer; type: string }>;
  /** Lets the next requests fail with a status and S3's code for it. */
  failNext: (status: number, code: string, times?: number) => void;
  /** The method and path of each request. */
  requests: string[];
  stop: () => Promise<void>;
}

const BUCKET = "photos";
const REGION = "test-region-1";
const ACCESS_KEY_ID = "AKIDEXAMPLE0000";
const SECRET_ACCESS_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const LONGEST_SKEW_MS = 15 * 60_000;

/**
 * An S3-compatible store on loopback, as the interface is published: PUT, GET and DELETE of objects, each request checked as
 * Signature Version 4 says, from the canonical request on, with the body against its signed hash. It answers in XML.
 */
export async function startS3StandIn(): Promise<S3StandIn> {
  const objects: S3StandIn["objects"] = new Map();
  const failures: [number, string][] = [];
  const requests: string[] = [];

  const server = createServer(async (request, response) => {
    const body = await bytesOf(request);
    const refuse = (status: number, code: string) => {
      response.writeHead(status, { "content-type": "application/xml" });
      response.end(
        `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
      );
    };
    requests.push(`${request.method} ${request.url}`);
    const failure = failures.shift();
    if (failure) return refuse(...failure);
    const refusal = signatureRefusal(request, body);
    if (refusal) return refuse(...refusal);
    const [, bucket = "", ...rest] = decodeURIComponent(request.url ?? "").split("/");
    if (bucket !== BUCKET) return refuse(404, "NoSuchBucket");
    const key = rest.join("/");
    if (request.method === "PUT") {
      objects.set(key, { body, type: request.headers["content-type"] ?? "" });
      return response.writeHead(200).end();
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return response.writeHead(204).end();
    }
    const object = objects.get(key);
    if (!object) return refuse(404, "NoSuchKey");
    return response.writeHead(200, { "content-type": object.type }).end(object.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the stand-in has no port");
  return {
    bucket: {
      url: `http://127.0.0.1:${address.port}/${BUCKET}`,
      region: REGION,
      accessKeyId: ACCESS_KEY_ID,
      secretAccessKey: SECRET_ACCESS_KEY,
    },
    objects,
    failNext: (status, code, times = 1) => {
      for (let i = 0; i < times; i++) failures.push([status, code]);
    },
    requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What is wrong with how a request is signed; null when nothing is. */
function signatureRefusal(request: IncomingMessage, body: Buffer): [number, string] | null {
  const authorization = request.headers.authorization ?? "";
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (!parts) return [403, "AccessDenied"];
  const [, keyId = "", day = "", region = "", signedHeaders = "", signature = ""] = parts;
  if (keyId !== ACCESS_KEY_ID) return [403, "InvalidAccessKeyId"];
  if (region !== REGION) return [400, "AuthorizationHeaderMalformed"];
  const at = String(request.headers["x-amz-date"]);
  const instant = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (!at.startsWith(day) || !(Math.abs(Date.now() - instant) <= LONGEST_SKEW_MS)) return [403, "RequestTimeTooSkewed"];
  const names = signedHeaders.split(";");
  if (!["host", "x-amz-content-sha256", "x-amz-date"].every((name) => names.includes(name)))
    return [403, "AccessDenied"];
  const claimedHash = String(request.headers["x-amz-content-sha256"]);
  if (claimedHash !== sha256(body)) return [400, "XAmzContentSHA256Mismatch"];

  const [path = "", query = ""] = (request.url ?? "").split("?");
  const canonicalHeaders = names.map((name) => `${name}:${String(request.headers[name]).trim().replace(/ +/g, " ")}\n`);
  const canonical = [
    request.method,
    path,
    query.split("&").sort().join("&"),
    canonicalHeaders.join(""),
    signedHeaders,
    claimedHash,
  ].join("\n");
  const scope = `${day}/${REGION}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", at, scope, sha256(canonical)].join("\n");
  const key = [day, REGION, "s3", "aws4_request"].reduce<Buffer | string>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    `AWS4${SECRET_ACCESS_KEY}`,
  );
  const expected = createHmac("sha256", key).update(toSign).digest("hex");
  return signature === expected ? null : [403, "SignatureDoesNotMatch"];
}

function sha256(content: Buffer | string): string {
  return createHash("sha256").update(content).digest("hex");
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

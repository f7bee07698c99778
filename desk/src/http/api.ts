import type { ApiMap } from "../../../shared/contract/api-map";
import { takeBegun } from "./begun";
import { ApiFailure, failureFrom } from "./failure";
import { isOld, requestHeaders } from "./kept-sign-in";
import { currentSignIn, forgetSignIn, keepSignIn } from "./sign-in";

type Endpoint = keyof ApiMap;
const REFRESH = "POST /sign-in/refresh";
let renewing: Promise<void> | null = null;

/**
 * Asks the API. A token that ends is renewed without a word.
 *
 * @throws ApiFailure
 * @example callApi("GET /stations/:id", { id: "st_lijingjie" })
 */
export async function callApi<E extends Endpoint>(
  endpoint: E,
  input: ApiMap[E]["input"],
): Promise<ApiMap[E]["output"]> {
  const reply = await sendAsSignedIn(endpoint, input);
  return (await reply.json()) as ApiMap[E]["output"];
}

/** As {@link callApi}, for a page that may be as it was: null then. */
export async function callIfChanged<E extends Endpoint>(
  endpoint: E,
  input: ApiMap[E]["input"],
  etag: string | null,
): Promise<{ answer: ApiMap[E]["output"]; etag: string | null } | null> {
  const reply = await sendAsSignedIn(endpoint, input, etag === null ? {} : { "if-none-match": etag });
  if (reply.status === 304) return null;
  return { answer: (await reply.json()) as ApiMap[E]["output"], etag: reply.headers.get("etag") };
}

/**
 * Sends a file, alone or as part of a form.
 *
 * @param signal ends the wait, and with it what the server has not begun to store
 * @throws ApiFailure; AbortError
 */
export async function sendFile<Answer>(
  path: string,
  body: { file: Blob; type: string } | FormData,
  signal?: AbortSignal,
): Promise<Answer> {
  await renewIfOld();
  const sent =
    body instanceof FormData
      ? { headers: headers(), body }
      : { headers: { ...headers(), "content-type": body.type }, body: body.file };
  const reply = await fetched(`/api${path}`, { method: "POST", ...sent, ...(signal ? { signal } : {}) });
  return (await reply.json()) as Answer;
}

/** Fetches a file below `/api`. @throws ApiFailure */
export async function fetchFile(path: string): Promise<Blob> {
  await renewIfOld();
  return (await fetched(`/api${path}`, { headers: { ...headers(), accept: "*/*" } })).blob();
}

async function sendAsSignedIn(endpoint: Endpoint, input: object, more: Record<string, string> = {}): Promise<Response> {
  const isAboutSignIn = endpoint.includes("/sign-in/");
  if (!isAboutSignIn) await renewIfOld();
  try {
    return await send(endpoint, input, more);
  } catch (error) {
    const isOver = error instanceof ApiFailure && error.code === "sign_in_expired";
    if (!isOver || isAboutSignIn || currentSignIn() === null) throw error;
    await renew();
    return send(endpoint, input, more);
  }
}

async function renewIfOld(): Promise<void> {
  const signIn = currentSignIn();
  if (signIn !== null && isOld(signIn)) await renew();
}

/** Requests that find out at once share one renewal. A sign-in that is over is forgotten. */
function renew(): Promise<void> {
  renewing ??= send(REFRESH, {}, {})
    .then(async (reply) => keepSignIn(await reply.json()))
    .catch((error: unknown) => {
      if (error instanceof ApiFailure && error.code === "sign_in_expired") forgetSignIn();
      throw error;
    })
    .finally(() => {
      renewing = null;
    });
  return renewing;
}

function headers(): Record<string, string> {
  return requestHeaders(currentSignIn());
}

function send(endpoint: Endpoint, input: object, more: Record<string, string>): Promise<Response> {
  const [method = "GET", pattern = ""] = endpoint.split(" ");
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest.get(name));
    rest.delete(name);
    return encodeURIComponent(value);
  });
  if (method === "GET") {
    const query = new URLSearchParams([...rest].map(([name, value]) => [name, String(value)])).toString();
    const all = { ...headers(), ...more };
    const url = `/api${path}${query && `?${query}`}`;
    return answered(takeBegun(url, all) ?? fetch(url, { headers: all }));
  }
  const type = { "content-type": "application/json" };
  const body = JSON.stringify(Object.fromEntries(rest));
  return fetched(`/api${path}`, { method, headers: { ...headers(), ...type, ...more }, body });
}

function fetched(url: string, init: RequestInit): Promise<Response> {
  return answered(fetch(url, init), init.signal);
}

async function answered(sent: Promise<Response>, signal?: AbortSignal | null): Promise<Response> {
  const reply = await sent.catch((error: unknown) => {
    throw signal?.aborted ? error : new ApiFailure("offline");
  });
  if (reply.ok || reply.status === 304) return reply;
  throw failureFrom(await reply.json().catch(() => null));
}

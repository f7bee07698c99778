import { CLIENT_VERSION } from "../build-settings";

/** What every request says of itself. */
export function sentHeader(token: string | null): Record<string, string> {
  return {
    accept: "application/json",
    "x-client-version": CLIENT_VERSION,
    "x-yizhan-client": "page",
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
}

import { SERVER } from "../../build-settings";

/** What the QR of a slip opens: the web pages, which ask for no app. The code stands where no server's log sees it. */
export function slipAddress(code: string): string {
  const origin = SERVER === "" ? window.location.origin : SERVER;
  return `${origin}/#/visitor/slip/index?code=${code}`;
}

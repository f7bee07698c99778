import { CLIENT_VERSION } from "../../build-settings";

const LOADED_FOR = "yizhan-loaded-for";
let isNeeded = false;

/** The web gets its version with the page, or from the service worker when the page is next opened. */
export function watchForNewerVersion(): void {}

/**
 * The server takes this version no longer: loads the page anew, with a word. Once for a version: where the server still has
 * the same pages, loading again changes nothing.
 */
export function needNewerVersion(): void {
  if (isNeeded || window.sessionStorage.getItem(LOADED_FOR) === CLIENT_VERSION) return;
  isNeeded = true;
  import("./load-newest").then(
    ({ loadNewest }) => loadNewest(LOADED_FOR),
    // Gone from the server, as its version has gone.
    () => {
      window.sessionStorage.setItem(LOADED_FOR, CLIENT_VERSION);
      window.location.reload();
    },
  );
}

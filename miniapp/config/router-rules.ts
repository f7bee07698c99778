import fs from "node:fs";
import path from "node:path";

const latePage = path.resolve(__dirname, "../src/navigation/late-page");

/** Replaces something in a file of Taro's for the web. The build fails where it is not there any more. */
function replaced(file: RegExp, search: string | RegExp, replace: string) {
  const loader = require.resolve("string-replace-loader");
  return { test: file, use: { replace: { loader, options: { strict: true, search, replace } } } };
}

const spa = /@tarojs[\\/]router[\\/]dist[\\/]router[\\/]spa\.js$/;

/** What Stencil, which Taro's components are made with, says that this build of it does not do: `BUILD.isDev` and the like. */
function turnedOff(): RegExp {
  const told = fs.readFileSync(require.resolve("@stencil/core/internal/app-data"), "utf8");
  const names = [...told.matchAll(/^\s+(\w+): false,$/gm)].map(([, name]) => name);
  if (names.length === 0) throw new Error("Stencil says nothing of what it does not do");
  return new RegExp(`\\bBUILD\\.(${names.join("|")})\\b`, "g");
}

/**
 * What Taro's web router gets wrong for people who go back at once, and for pages whose file is late or does not come; and
 * what the pages do not need of Taro.
 */
export const routerRules = {
  // It does nothing until the file of a page has come, and for ever where that does not come.
  asksForPages: replaced(
    spa,
    "action: route.load",
    `action: (...given) => require(${JSON.stringify(latePage)}).loadPage(route, ...given)`,
  ),
  // It shows a page when its script has come, also when the address is that of another page by then.
  showsWhereThePersonIs: replaced(
    spa,
    "if (!element || currentLock !== postLock)",
    "if (!element || currentLock !== postLock || currentPathname !== decodeURI(history.location.pathname))",
  ),
  // It hides the page below a moment after another was shown, also when that one is gone by then.
  hidesWhatIsBelow: replaced(
    /@tarojs[\\/]router[\\/]dist[\\/]router[\\/]page\.js$/,
    /this\.hideTimer = null;\s+pageEl\.classList\.add\('taro_page_shade'\);/,
    "this.hideTimer = null; if (stacks.last !== page) pageEl.classList.add('taro_page_shade');",
  ),
  // Its components carry a font of icons, of which none is drawn.
  leavesOutIcons: replaced(
    /@tarojs[\\/]components[\\/]dist[\\/]taro-components[\\/]taro-components\.css$/,
    /@font-face\{[^}]*font-family:weui;[^}]*\}/,
    "",
  ),
  // Half of its code is behind what is turned off, which webpack does not see through.
  leavesOutTurnedOff: replaced(/@stencil[\\/]core[\\/]internal[\\/]client[\\/]index\.js$/, turnedOff(), "false"),
};

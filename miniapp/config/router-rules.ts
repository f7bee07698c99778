import path from "node:path";

const latePage = path.resolve(__dirname, "../src/navigation/late-page");

/** Replaces a line in a file of Taro's web router. The build fails where it is not there any more. */
function replaced(file: RegExp, search: string | RegExp, replace: string) {
  const loader = require.resolve("string-replace-loader");
  return { test: file, use: { replace: { loader, options: { strict: true, search, replace } } } };
}

const spa = /@tarojs[\\/]router[\\/]dist[\\/]router[\\/]spa\.js$/;

/** What Taro's web router gets wrong for people who go back at once, and for pages whose file is late or does not come. */
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
};

/** Replaces a line in a file of Taro's web router. The build fails where it is not there any more. */
function replaced(file: RegExp, search: string | RegExp, replace: string) {
  const loader = require.resolve("string-replace-loader");
  return { test: file, use: { replace: { loader, options: { strict: true, search, replace } } } };
}

/** What Taro's web router gets wrong for people who go back at once. */
export const routerRules = {
  // It shows a page when its script has come, also when the address is that of another page by then.
  showsWhereThePersonIs: replaced(
    /@tarojs[\\/]router[\\/]dist[\\/]router[\\/]spa\.js$/,
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

// @ts-check
/** What WeChat's style compiler refuses, or takes and then ignores; in stylelint's words. */
const REFUSED_BY_WECHAT = {
  // In every position, also in :not(): one of them fails its whole file, and the page stays white.
  "selector-max-universal": 0,
  "selector-not-notation": "simple",
  "at-rule-disallowed-list": ["container", "layer", "property", "scope", "starting-style"],
  "selector-pseudo-element-disallowed-list": ["part", "slotted"],
  "block-no-empty": true,
};

/** Taken by the compiler, and without effect on the oldest phones, or in components. */
const IGNORED_BY_WECHAT = {
  "selector-max-attribute": 0,
  "selector-pseudo-class-disallowed-list": ["has", "is", "where", "modal"],
};

/** For the styles as we write them: those that only the web gets may use what browsers know, but never `*`. */
export default {
  rules: { ...REFUSED_BY_WECHAT, ...IGNORED_BY_WECHAT },
  overrides: [
    { files: ["**/*.scss"], customSyntax: "postcss-scss" },
    {
      files: ["**/*.h5.scss"],
      rules: Object.fromEntries(Object.keys(IGNORED_BY_WECHAT).map((rule) => [rule, null])),
    },
  ],
};

/** For the styles of the built package, which holds nothing that only the web has a use for. */
export const packageRules = {
  rules: {
    ...REFUSED_BY_WECHAT,
    ...IGNORED_BY_WECHAT,
    // Classes of Leaflet and of Taro's web components, and elements that a page of WeChat's does not have.
    "selector-disallowed-list": [
      "/leaflet|weui|taro-|#app/",
      "/(^|[\\s>+~,])(a|body|dialog|div|html|p|span)(?![\\w-])/",
    ],
  },
};

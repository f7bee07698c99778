import { HAS_SPEECH_PLUGIN, isWechat, LOCATION } from "./build-settings";

// The web has neither theme.json nor WeChat's own colours: its bars are coloured in app.scss.
const onWechat = process.env.TARO_ENV === "weapp";
const themed = (name: string, light: string) => (onWechat ? `@${name}` : light);
// Taro's types know the two words only; theme.json gives one for each theme.
const tabBorder = onWechat ? { borderStyle: "@tabBorder" as "black" } : { borderStyle: "white" as const };

export default defineAppConfig({
  pages: ["pages/nearby/index", "pages/classes/index", "pages/wishes/index", "pages/me/index"],
  subPackages: [
    {
      root: "visitor",
      pages: [
        "station/index",
        "place/index",
        "circle/index",
        "privacy/index",
        "agreement/index",
        "complaint/index",
        "reports/index",
        "missing/index",
        "lists/index",
        "holiday/index",
        "check/index",
        "checked/index",
        "class/index",
        "bookings/index",
        "check-in/index",
        "make-wish/index",
        "wish/index",
        "edit-wish/index",
        "slip/index",
      ],
    },
    { root: "account", pages: ["computer/index", "approve/index", "invitation/index", "invite/index", "people/index"] },
    {
      root: "keeper",
      pages: ["station/index", "tasks/index", "classes/index", "roster/index", "screen/index", "wishes/index"],
    },
    {
      root: "union",
      pages: [
        "uniformity/index",
        "photos/index",
        "jobs/index",
        "audit/index",
        "courses/index",
        "course/index",
        "session/index",
        "appeals/index",
        "hall/index",
        "new-station/index",
        "wishes/index",
        "wish/index",
        "wish-figures/index",
      ],
    },
  ],
  preloadRule: {
    "pages/nearby/index": { network: "all", packages: ["visitor"] },
    "pages/classes/index": { network: "all", packages: ["visitor"] },
    "pages/wishes/index": { network: "all", packages: ["visitor"] },
    "pages/me/index": { network: "all", packages: ["keeper"] },
  },
  tabBar: {
    color: themed("tabColor", "#55534C"),
    selectedColor: themed("tabSelected", "#C2410C"),
    backgroundColor: themed("bar", "#FFFFFF"),
    ...tabBorder,
    list: [
      {
        pagePath: "pages/nearby/index",
        text: "附近",
        iconPath: themed("nearbyIcon", "web-icons/nearby.svg"),
        selectedIconPath: themed("nearbyIconSelected", "web-icons/nearby-selected.svg"),
      },
      {
        pagePath: "pages/classes/index",
        text: "课程",
        iconPath: themed("classesIcon", "web-icons/classes.svg"),
        selectedIconPath: themed("classesIconSelected", "web-icons/classes-selected.svg"),
      },
      {
        pagePath: "pages/wishes/index",
        text: "心愿",
        iconPath: themed("wishesIcon", "web-icons/wishes.svg"),
        selectedIconPath: themed("wishesIconSelected", "web-icons/wishes-selected.svg"),
      },
      {
        pagePath: "pages/me/index",
        text: "我的",
        iconPath: themed("meIcon", "web-icons/me.svg"),
        selectedIconPath: themed("meIconSelected", "web-icons/me-selected.svg"),
      },
    ],
  },
  window: {
    // Said aloud because only then the web draws a title bar with a back button.
    navigationStyle: "default",
    navigationBarTitleText: "驿站",
    navigationBarBackgroundColor: themed("bar", "#FFFFFF"),
    navigationBarTextStyle: onWechat ? "@barText" : "black",
    backgroundColor: themed("ground", "#F6F4EF"),
    backgroundTextStyle: onWechat ? "@pull" : "dark",
  },
  // On the web Taro hides a page half a second after another slid over it, also when the person is back on it by then.
  ...(onWechat ? {} : { animation: false }),
  ...(onWechat ? { darkmode: true, themeLocation: "theme.json", lazyCodeLoading: "requiredComponents" } : {}),
  ...(isWechat && HAS_SPEECH_PLUGIN
    ? { plugins: { WechatSI: { version: "0.3.5", provider: "wx069ba97219f66d99" } } }
    : {}),
  ...(LOCATION === "none"
    ? {}
    : {
        permission: { "scope.userLocation": { desc: "用来找离你最近、到了还开着的驿站，不会保存" } },
        requiredPrivateInfos: [LOCATION === "fuzzy" ? "getFuzzyLocation" : "getLocation"],
      }),
});

export default definePageConfig({
  navigationBarTitleText: "说开的门，真开着多少",
  enableShareAppMessage: true,
  enableShareTimeline: true,
});

export default definePageConfig({
  navigationBarTitleText: "假期开着的驿站",
  enableShareAppMessage: true,
  enableShareTimeline: true,
});

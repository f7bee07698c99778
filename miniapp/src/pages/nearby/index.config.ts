export default definePageConfig({
  navigationBarTitleText: "附近的驿站",
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
});

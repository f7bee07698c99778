export default definePageConfig({
  navigationBarTitleText: "心愿",
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
});

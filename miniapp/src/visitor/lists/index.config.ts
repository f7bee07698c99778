export default definePageConfig({
  navigationBarTitleText: "三张清单",
  enableShareAppMessage: true,
  enableShareTimeline: true,
});

export default definePageConfig({ navigationBarTitleText: "我报的课", enablePullDownRefresh: true });

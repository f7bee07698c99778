export default definePageConfig({ navigationBarTitleText: "签到屏幕" });

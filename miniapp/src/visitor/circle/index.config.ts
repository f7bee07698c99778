export default definePageConfig({ navigationBarTitleText: "我的15分钟圈" });

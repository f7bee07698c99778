export default definePageConfig({ navigationBarTitleText: "上课点名" });

export default definePageConfig({ navigationBarTitleText: "按纸条查心愿" });

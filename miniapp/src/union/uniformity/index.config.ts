export default definePageConfig({ navigationBarTitleText: "四统一" });

export default definePageConfig({ navigationBarTitleText: "加驿站" });

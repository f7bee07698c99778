export default definePageConfig({ navigationBarTitleText: "改心愿" });

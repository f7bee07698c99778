export default definePageConfig({ navigationBarTitleText: "这里该有个站" });

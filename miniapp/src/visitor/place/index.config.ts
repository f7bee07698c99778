export default definePageConfig({ navigationBarTitleText: "选个地方" });

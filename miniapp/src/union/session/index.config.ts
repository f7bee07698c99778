export default definePageConfig({ navigationBarTitleText: "这一节课" });

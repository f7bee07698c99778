export default definePageConfig({ navigationBarTitleText: "谁有身份" });

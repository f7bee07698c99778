export default definePageConfig({ navigationBarTitleText: "输入登录码" });

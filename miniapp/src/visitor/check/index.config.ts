export default definePageConfig({ navigationBarTitleText: "到门口看看" });

export default definePageConfig({ navigationBarTitleText: "站长拍的照片", enablePullDownRefresh: true });

// No polyfills from a package: WeChat ships what Taro needs, and src/older-browsers.h5.ts has the little that browsers lack.
module.exports = {
  presets: [["taro", { framework: "react", ts: true, compiler: "webpack5", useBuiltIns: false }]],
};

// No polyfills from a package: src/older-browsers.ts has the little that the oldest browsers and phones lack.
module.exports = {
  presets: [["taro", { framework: "react", ts: true, compiler: "webpack5", useBuiltIns: false }]],
};

import path from "node:path";
import { defineConfig } from "@tarojs/cli";
import { version } from "../package.json";
import { readBuildEnvironment } from "./build-environment";
import { EarlyScript } from "./early-script";
import { FetchFirstPageEarly, sharedWithFirstPage } from "./first-page";
import { GlobalWithoutFunction } from "./global-without-function";
import { routerRules } from "./router-rules";

const sharedFolder = path.resolve(__dirname, "../../shared");

/** Packages that ship syntax newer than the oldest phones: nothing in node_modules is transpiled unless listed. */
const isModernPackage = (file: string) => /node_modules[\\/](chinese-days|gcoord|uqr)[\\/]/.test(file);

/** chinese-days calls its ES module CommonJS, which webpack takes at its word unless told otherwise. */
const moduleRules = {
  mislabelledModule: { test: /node_modules[\\/]chinese-days[\\/].+\.es\.js$/, type: "javascript/auto" },
};

// shared/ writes .js at the end of its imports, for Node; here the files are .ts.
const extensionAlias = { ".js": [".ts", ".tsx", ".js"] };

/** The file of a page that has not come by then is taken not to come; the largest takes a second at 400 kbit/s. */
const PAGE_TIMEOUT_MS = 20_000;

/** What Taro's requests bring for browsers older than ours, and for JSONP: a seventh of the first load. */
const inBrowsersAlready = {
  "whatwg-fetch$": false,
  "abortcontroller-polyfill/dist/abortcontroller-polyfill-only$": false,
  "jsonp-retry$": false,
};

export default defineConfig<"webpack5">(() => {
  const environment = readBuildEnvironment(process.env);
  const folder = process.env.BUILD_FOLDER || `dist/${process.env.TARO_ENV}`;
  return {
    projectName: "yizhan",
    date: "2026-11-22",
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: "src",
    outputRoot: folder,
    framework: "react",
    compiler: { type: "webpack5", prebundle: { enable: false } },
    plugins: [path.resolve(__dirname, "weapp-plugin.ts"), path.resolve(__dirname, "service-worker.ts")],
    // npm nests this plugin below the workspace as soon as another workspace brings a newer vite.
    alias: {
      "@tarojs/plugin-framework-react": path.dirname(require.resolve("@tarojs/plugin-framework-react/package.json")),
      geolib$: path.resolve(__dirname, "geolib.ts"),
      gcoord$: path.resolve(__dirname, "gcoord.mjs"),
      "universal-router$": path.resolve(__dirname, "../src/platform/web-router/exact-router.h5.ts"),
      "query-string$": path.resolve(__dirname, "../src/platform/web-router/plain-query.h5.ts"),
    },
    cache: { enable: process.env.CI !== "true" },
    defineConstants: {
      LOCATION_MODE: JSON.stringify(environment.locationMode),
      API_ORIGIN: JSON.stringify(environment.apiOrigin),
      VERSION_OF_CLIENT: JSON.stringify(version),
      TILE_SOURCE: JSON.stringify(environment.tiles),
      SPEECH_PLUGIN: JSON.stringify(environment.readsAloud),
      OPERATOR_NAME: JSON.stringify(environment.operatorName),
      COMPLAINT_PHONE: JSON.stringify(environment.complaintPhone),
    },
    // theme.json and the map name pictures that no import names.
    copy: {
      patterns: process.env.TARO_ENV === "weapp" ? [{ from: "src/icons/", to: `${folder}/icons/` }] : [],
      options: {},
    },
    mini: {
      webpackChain(chain) {
        chain.merge({ resolve: { extensionAlias }, module: { rule: moduleRules } });
        chain.plugin("globalWithoutFunction").use(GlobalWithoutFunction);
      },
      compile: { include: [sharedFolder, isModernPackage] },
      postcss: { pxtransform: { enable: true, config: {} } },
      enableSourceMap: false,
    },
    h5: {
      publicPath: "/",
      staticDirectory: "static",
      router: { mode: "hash" },
      // Of `npm run dev` alone, which says where the API is.
      devServer: {
        host: "127.0.0.1",
        port: Number(process.env.DEV_PAGES_PORT ?? 0),
        open: false,
        proxy: [{ context: ["/api"], target: process.env.DEV_API_ORIGIN ?? "" }],
      },
      webpackChain(chain) {
        chain.merge({
          resolve: { extensionAlias, alias: inBrowsersAlready },
          module: { rule: { ...moduleRules, ...routerRules } },
          optimization: { splitChunks: { cacheGroups: { shared: sharedWithFirstPage } } },
        });
        chain.plugin("fetchFirstPageEarly").use(FetchFirstPageEarly);
        chain.plugin("earlyScript").use(EarlyScript);
      },
      compile: { include: [sharedFolder, isModernPackage] },
      output: {
        filename: "js/[name].[contenthash:8].js",
        chunkFilename: "chunk/[name].[contenthash:8].js",
        chunkLoadTimeout: PAGE_TIMEOUT_MS,
      },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: "css/[name].[contenthash:8].css",
        chunkFilename: "css/[name].[contenthash:8].css",
      },
      // Without a limit a wide screen doubles every size.
      postcss: {
        autoprefixer: { enable: true },
        pxtransform: { enable: true, config: { maxRootSize: 24 } },
      },
      enableSourceMap: false,
    },
  };
});

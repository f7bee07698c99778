import { build, type Plugin } from "esbuild";
import type { Page } from "playwright-core";
import type { TileSource } from "../../../miniapp/config/tile-source.js";
import type { MapPoint } from "../../../shared/common/place.js";

const ROOT = new URL("../../..", import.meta.url).pathname;

/** What else a build writes into its scripts (miniapp/types/build-settings.d.ts). */
const OTHER_SETTINGS = [
  "LOCATION_MODE",
  "API_ORIGIN",
  "VERSION_OF_CLIENT",
  "SPEECH_PLUGIN",
  "OPERATOR_NAME",
  "COMPLAINT_PHONE",
];

/** With tiles the map asks nothing of Taro. */
const withoutTaro: Plugin = {
  name: "without-taro",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@tarojs/ }, ({ path }) => ({ path, namespace: "none" }));
    onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "export default {}" }));
  },
};

/** What the script leaves on the page. */
interface Built {
  drawMap(element: HTMLElement | null, onSelect: () => void): { show(shown: object): void };
}

/** The map by itself, as a build with these tiles has it, on a page of its own. */
export async function drawMapWith(page: Page, tiles: TileSource, here: MapPoint): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    stdin: {
      contents: 'export { drawMap } from "./miniapp/src/features/stations/map/leaflet-map.h5"',
      resolveDir: ROOT,
      loader: "ts",
    },
    bundle: true,
    write: false,
    outdir: "map",
    format: "iife",
    globalName: "built",
    define: {
      TILE_SOURCE: JSON.stringify(tiles),
      ...Object.fromEntries(OTHER_SETTINGS.map((name) => [name, '""'])),
      "process.env.TARO_ENV": '"h5"',
    },
    resolveExtensions: [".h5.tsx", ".h5.ts", ".tsx", ".ts", ".mjs", ".js"],
    loader: { ".scss": "empty", ".png": "empty" },
    plugins: [withoutTaro],
    logLevel: "error",
  });
  const text = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
  await page.setContent(`<style>${text(".css")} #map { width: 390px; height: 500px }</style><div id="map"></div>`);
  await page.addScriptTag({ content: text(".js") });
  await page.evaluate((point) => {
    const { built } = globalThis as unknown as { built: Built };
    built
      .drawMap(document.getElementById("map"), () => undefined)
      .show({ stations: [], here: point, selectedId: null });
  }, here);
}

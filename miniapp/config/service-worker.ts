import fs from "node:fs";
import path from "node:path";
import type { IPluginContext } from "@tarojs/service";
import { build } from "esbuild";
import { getManifest, type ManifestEntry } from "workbox-build";

const SOURCE = path.resolve(__dirname, "../service-worker/service-worker.ts");
/** The oldest browsers that have service workers and that the pages are built for (package.json, browserslist). */
const BROWSERS = ["chrome67", "safari12"];

/**
 * Writes `sw.js` beside the built pages: the service worker with the list of all files of the program, so that it opens
 * without network. The first page's files come first in the list, as they are fetched in this order.
 */
export default function serviceWorkerPlugin(ctx: IPluginContext): void {
  ctx.onBuildFinish(async () => {
    // `npm run dev` keeps its files in memory, and a page must not come from a cache there.
    if (process.env.TARO_ENV !== "h5" || process.env.DEV_API_ORIGIN) return;
    await writeServiceWorker(ctx.paths.outputPath);
  });
}

async function writeServiceWorker(folder: string): Promise<void> {
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: folder,
    globPatterns: ["index.html", "{js,css,chunk,static}/**/*.{js,css,svg,png}"],
    // These names carry the hash of their content.
    dontCacheBustURLsMatching: /\.[0-9a-f]{8,}\./,
  });
  if (warnings.length > 0) throw new Error(`service worker: ${warnings.join("; ")}`);
  const firstPage = fs.readFileSync(path.join(folder, "index.html"), "utf8");
  await build({
    entryPoints: [SOURCE],
    outfile: path.join(folder, "sw.js"),
    bundle: true,
    minify: true,
    target: BROWSERS,
    define: {
      "self.__WB_MANIFEST": JSON.stringify(firstPageFirst(manifestEntries, firstPage)),
      "process.env.NODE_ENV": '"production"',
    },
  });
}

function firstPageFirst(entries: readonly ManifestEntry[], firstPage: string): ManifestEntry[] {
  const isLater = ({ url }: ManifestEntry) => !firstPage.includes(`/${url}`) && url !== "index.html";
  return [...entries].sort((one, other) => Number(isLater(one)) - Number(isLater(other)));
}

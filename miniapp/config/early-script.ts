import path from "node:path";
import type { Compilation, Compiler } from "webpack";

const PLUGIN = "EarlyScript";
const NAME = "early";
const SOURCE = path.resolve(__dirname, "../src/features/stations/nearby/early/early-list.h5.ts");
const PROGRAM = "app";

/**
 * Makes a script of what the first page shows before the program has come, and writes it into index.html: fetched as a file
 * it would share the network with the program. The program depends on it, so that what both need is in the page once.
 */
export class EarlyScript {
  apply(compiler: Compiler): void {
    const entries = compiler.options.entry;
    const program = typeof entries === "function" ? undefined : entries[PROGRAM];
    if (typeof entries === "function" || program === undefined) throw new Error(`${PLUGIN}: no entry ${PROGRAM}`);
    entries[NAME] = { import: [SOURCE] };
    program.dependOn = [NAME];
    compiler.hooks.thisCompilation.tap(PLUGIN, (compilation) => {
      // Minified by then, and names do not yet have the hashes of their final content.
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER - 999;
      compilation.hooks.processAssets.tap({ name: PLUGIN, stage }, () => {
        // `npm run dev` changes scripts while the page stands.
        if (compiler.options.mode === "production") writeIntoPage(compilation, compiler);
      });
    });
  }
}

function writeIntoPage(compilation: Compilation, { webpack }: Compiler): void {
  const page = compilation.getAsset("index.html");
  if (page === undefined) return;
  const files = compilation.namedChunks.get(NAME)?.files ?? [];
  const [script, ...others] = [...files].filter((file) => file.endsWith(".js"));
  if (script === undefined || others.length > 0) throw new Error(`${PLUGIN}: not one script but ${[...files]}`);
  const before = page.source.source().toString();
  const code = compilation.getAsset(script)?.source.source().toString() ?? "";
  const withoutFile = before.replace(new RegExp(`<script[^>]*src="/${script}"[^>]*></script>`), "");
  if (withoutFile === before) throw new Error(`${PLUGIN}: index.html does not name ${script}`);
  const inline = `<script>${code.replaceAll("</script", "<\\/script")}</script></body>`;
  const html = withoutFile.replace("</body>", () => inline);
  compilation.updateAsset("index.html", new webpack.sources.RawSource(html));
  compilation.deleteAsset(script);
}

import type { Chunk, ChunkGroup, Compilation, Compiler, Module } from "webpack";

const NAME = "FirstPage";
const FIRST_PAGE = /pages\/nearby\/index/;

interface ChunkGraph {
  getModuleChunksIterable(module: Module): Iterable<Chunk>;
}

/**
 * What the first page shares with others becomes a script of its own: the others then fetch the rest only, and the first
 * page nothing it does not need.
 */
export const sharedWithFirstPage = {
  chunks: "async" as const,
  minChunks: 2,
  minSize: 0,
  enforce: true,
  name: "shared",
  test: (module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }): boolean => {
    const chunks = [...chunkGraph.getModuleChunksIterable(module)];
    return chunks.some((chunk) => [...chunk.groupsIterable].some(isFirstPage));
  },
};

/**
 * Has the browser fetch the scripts and styles of the first page together with those of the program, not when the program
 * asks for them; but not for somebody who opens a link to another page.
 */
export class FetchFirstPageEarly {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      // After index.html was written, before names get the hashes of their final content.
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER - 1_000;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        const page = compilation.getAsset("index.html");
        if (page === undefined) return;
        const html = page.source.source().toString();
        const script = `<script>${scriptFor(filesOfFirstPage(compilation))}</script>`;
        const source = new compiler.webpack.sources.RawSource(html.replace("</head>", `${script}</head>`));
        compilation.updateAsset("index.html", source);
      });
    });
  }
}

function isFirstPage(group: ChunkGroup): boolean {
  return group.origins.some(({ request }) => FIRST_PAGE.test(request ?? ""));
}

function filesOfFirstPage(compilation: Compilation): string[] {
  const files = compilation.chunkGroups.filter(isFirstPage).flatMap((group) => group.getFiles());
  return [...new Set(files)].filter((file) => /\.(js|css)$/.test(file));
}

function scriptFor(files: readonly string[]): string {
  const wanted = JSON.stringify(files.map((file) => `/${file}`));
  return `/^$|^#\\/?$|nearby/.test(location.hash.split("?")[0])&&${wanted}.forEach(function(f){var l=document.createElement("link");l.rel="preload";l.as=/css$/.test(f)?"style":"script";l.href=f;document.head.appendChild(l)})`;
}

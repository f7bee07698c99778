import { resolve } from "node:path";
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss?: Set<string> } };

const BASE = "/desk/";
const BEGUN = resolve(import.meta.dirname, "../src/http/begun.ts");
/** `/today`, and the module that draws it, in the router's words. */
const ROUTE = /path: "\/([a-z-]+)",[\s\S]*?import\("\.\/([^"]+)"\)/g;

/**
 * Puts into the page what runs before the program is there (src/http/begun.ts), and which files each page needs beside
 * it: the browser fetches them at once, and not once the router has found out.
 *
 * @param router the text of src/router.tsx
 */
export function earlyStart(router: string): Plugin {
  return {
    name: "early-start",
    apply: "build",
    buildStart() {
      this.emitFile({ type: "chunk", id: BEGUN, name: "begun" });
    },
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle = {}, chunk }) => {
        const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === "chunk");
        const begun = chunks.find(({ facadeModuleId }) => facadeModuleId === BEGUN);
        if (begun === undefined || chunk === undefined) throw new Error("begun.ts is in no file of its own");
        const first = filesOf(chunk as Chunk, chunks);
        const pages = Object.fromEntries(
          [...router.matchAll(ROUTE)].map(([, name = "", module = ""]) => {
            const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/src/${module}.tsx`));
            if (page === undefined) throw new Error(`no file of the build draws /${name}`);
            return [name, [...filesOf(page, chunks)].filter((file) => !first.has(file)).map((file) => BASE + file)];
          }),
        );
        return [
          // Data, which no policy on scripts speaks of.
          { tag: "script", attrs: { type: "application/json", id: "page-files" }, children: JSON.stringify(pages) },
          { tag: "script", attrs: { type: "module", async: true, crossorigin: true, src: BASE + begun.fileName } },
        ].map((tag): HtmlTagDescriptor => ({ ...tag, injectTo: "head-prepend" }));
      },
    },
  };
}

/** A file with all it imports, and their styles. */
function filesOf(start: Chunk, chunks: readonly Chunk[], files = new Set<string>()): Set<string> {
  if (files.has(start.fileName)) return files;
  files.add(start.fileName);
  for (const style of start.viteMetadata?.importedCss ?? []) files.add(style);
  for (const name of start.imports) {
    const next = chunks.find(({ fileName }) => fileName === name);
    if (next !== undefined) filesOf(next, chunks, files);
  }
  return files;
}

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { antdStyles } from "./build/antd-styles";
import { earlyStart } from "./build/early-start";

const router = readFileSync(resolve(import.meta.dirname, "src/router.tsx"), "utf8");

/** Served beside the worker's pages, whose server knows a name with the hash of its content by its form. */
export default defineConfig({
  base: "/desk/",
  plugins: [react(), antdStyles(), earlyStart(router)],
  define: {
    TILE_URL: JSON.stringify(process.env.TILE_URL ?? ""),
    TILE_DATUM: JSON.stringify(process.env.TILE_DATUM || "gcj02"),
    TILE_CREDIT: JSON.stringify(process.env.TILE_CREDIT ?? ""),
  },
  build: {
    outDir: process.env.BUILD_FOLDER || "dist",
    emptyOutDir: true,
    target: "chrome100",
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        hashCharacters: "hex",
        entryFileNames: "assets/[name].[hash].js",
        chunkFileNames: "assets/[name].[hash].js",
        assetFileNames: "assets/[name].[hash][extname]",
      },
    },
  },
  server: { proxy: { "/api": process.env.API_ORIGIN || "http://127.0.0.1:3000" } },
});

import { describe, expect, it } from "vitest";
import { firstLoadFiles } from "../../../scripts/h5/first-load.js";

describe("what the first page loads", () => {
  it("is what index.html names, and what its script fetches early, each once", () => {
    const html = `<link rel="icon" href="data:image/svg+xml,%3Csvg/%3E"><script defer="defer" src="/js/app.0a1b2c3d.js"></script>
      <link href="/css/app.0a1b2c3d.css" rel="stylesheet"><script>["/chunk/12.0a1b2c3d.js","/css/12.0a1b2c3d.css",
      "/js/app.0a1b2c3d.js"].forEach(function(f){})</script>`;
    expect(firstLoadFiles(html)).toEqual([
      "js/app.0a1b2c3d.js",
      "css/app.0a1b2c3d.css",
      "chunk/12.0a1b2c3d.js",
      "css/12.0a1b2c3d.css",
    ]);
  });
});

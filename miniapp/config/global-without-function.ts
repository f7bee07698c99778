import type { Compiler } from "webpack";

const NAME = "GlobalWithoutFunction";

/**
 * webpack finds the global object with `new Function("return this")()` where there is no `globalThis`. WeChat forbids
 * making code from text, and gives its modules a `global` of their own.
 */
export class GlobalWithoutFunction {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap(NAME, (compilation) => {
      compilation.hooks.runtimeModule.tap(NAME, (module) => {
        if (module.name !== "global") return;
        module.generate = () =>
          `${compiler.webpack.RuntimeGlobals.global} = typeof globalThis === "object" ? globalThis : typeof global === "object" ? global : {};`;
      });
    });
  }
}

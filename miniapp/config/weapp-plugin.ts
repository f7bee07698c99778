import fs from "node:fs";
import path from "node:path";
import type { IPluginContext, TaroPlatformBase } from "@tarojs/service";
import aria from "./aria-attributes.json";
import { readBuildEnvironment } from "./build-environment";

/**
 * What the weapp build needs beyond Taro: screen-reader attributes in the templates, and the app id in the project
 * file, which comes from the environment and is therefore not in the repository.
 */
export default function weappPlugin(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: "onSetupClose",
    fn(platform: TaroPlatformBase & { template?: { mergeComponents(ctx: IPluginContext, added: object): void } }) {
      platform.template?.mergeComponents(
        ctx,
        Object.fromEntries(aria.components.map((name) => [name, aria.attributes])),
      );
    },
  });
  ctx.onBuildFinish(() => {
    if (process.env.TARO_ENV !== "weapp") return;
    const file = path.join(ctx.paths.outputPath, "project.config.json");
    const project = JSON.parse(fs.readFileSync(file, "utf8"));
    const { appId } = readBuildEnvironment(process.env);
    fs.writeFileSync(file, `${JSON.stringify({ ...project, appid: appId }, null, 2)}\n`);
  });
}

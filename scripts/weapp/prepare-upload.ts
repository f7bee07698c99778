import { createPrivateKey } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** What is sent to WeChat. */
export interface UploadPlan {
  appId: string;
  folder: string;
  version: string;
  description: string;
  /** The key that the console made for uploads, as PEM. */
  key: string;
}

interface UploadChoices {
  /** With app.json. */
  folder: string;
  /** With package.json. */
  root: string;
  env: NodeJS.ProcessEnv;
  /** Which sources the package comes from. */
  description: string;
}

const LONGEST_DESCRIPTION = 100;

/** Looks at all that can be wrong before anything is sent; the plan is null where something of it is missing. */
export function prepareUpload({ folder, root, env, description }: UploadChoices): {
  plan: UploadPlan | null;
  problems: string[];
} {
  const problems: string[] = [];
  const appId = env.WEAPP_APP_ID ?? "";
  if (!/^wx[0-9a-f]{16}$/.test(appId)) {
    problems.push("WEAPP_APP_ID 要写小程序的 AppID：wx 后面 16 位数字或 a–f，在后台「开发管理」里");
  }
  problems.push(...problemsOfPackage(folder, appId));
  const key = readKey(env, appId, problems);
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (description === "") problems.push("这里没有 git，说不出这个包是从哪一版做的");
  if (problems.length > 0 || key === null) return { plan: null, problems };
  return { plan: { appId, folder, version, key, description: description.slice(0, LONGEST_DESCRIPTION) }, problems };
}

function problemsOfPackage(folder: string, appId: string): string[] {
  if (!existsSync(join(folder, "app.json")) || !existsSync(join(folder, "project.config.json"))) {
    return [`${folder} 里没有小程序包：先运行 npm run build:weapp`];
  }
  const { appid }: { appid?: string } = JSON.parse(readFileSync(join(folder, "project.config.json"), "utf8"));
  const scripts = readdirSync(folder).filter((file) => file.endsWith(".js"));
  const callsThisMachine = scripts.some((file) => LOOPBACK.test(readFileSync(join(folder, file), "utf8")));
  return [
    ...(appid === appId ? [] : [`包是给 ${appid ?? "没写的 AppID"} 做的：打包时也要写 WEAPP_APP_ID`]),
    ...(callsThisMachine ? ["包里的服务器地址是本机：打包时要写 API_ORIGIN=https://…"] : []),
  ];
}

/** What a package that was built without `API_ORIGIN` calls. */
const LOOPBACK = /http:\/\/(?:127\.0\.0\.1|localhost)\b/;

function readKey(env: NodeJS.ProcessEnv, appId: string, problems: string[]): string | null {
  const { WEAPP_UPLOAD_KEY: text = "", WEAPP_UPLOAD_KEY_FILE: file = "" } = env;
  if ((text === "") === (file === "")) {
    problems.push("WEAPP_UPLOAD_KEY_FILE（密钥文件）和 WEAPP_UPLOAD_KEY（密钥内容）要写一个，只写一个");
    return null;
  }
  const named = /^private\.(wx[0-9a-f]{16})\.key$/.exec(basename(file))?.[1];
  if (named !== undefined && named !== appId) problems.push(`密钥文件是 ${named} 的，不是这个小程序的`);
  try {
    // Secrets of build machines hold no line ends now and then.
    const key = file === "" ? text.replaceAll("\\n", "\n") : readFileSync(file, "utf8");
    if (createPrivateKey(key).asymmetricKeyType === "rsa") return key;
    problems.push("密钥不是后台「小程序代码上传」里下载的那一种");
  } catch (error) {
    const isMissing = error instanceof Error && "syscall" in error;
    problems.push(isMissing ? "密钥文件读不了：看看路径和权限" : "密钥读不懂：要整个文件，从 BEGIN 到 END");
  }
  return null;
}

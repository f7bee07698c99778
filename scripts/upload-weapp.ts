/**
 * `npm run upload:weapp`: sends the built package to WeChat as a development version; `-- --dry-run` does everything but
 * send it. The program that sends is WeChat's `miniprogram-ci`, fetched by npx when it is needed: as a dependency it would
 * bring more than a thousand packages.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { prepareUpload, type UploadPlan } from "./weapp/prepare-upload.js";

const USAGE = `用法：npm run upload:weapp [-- --dry-run] [-- 包的目录]

  --dry-run   只检查，不上传

环境变量：
  WEAPP_APP_ID            小程序的 AppID，和打包时的一样
  WEAPP_UPLOAD_KEY_FILE   代码上传密钥的文件；或者用
  WEAPP_UPLOAD_KEY        密钥的内容`;

/** Checked against its command line; a newer one is taken on purpose, not by chance. */
const SENDER = "miniprogram-ci@2.1.42";
const root = fileURLToPath(new URL("..", import.meta.url));

process.exitCode = main(process.argv.slice(2));

/** @returns the exit code: 0 sent or ready to be sent, 1 not, 2 misused */
function main(words: string[]): number {
  const choices = readChoices(words);
  if (choices === null) {
    console.error(USAGE);
    return 2;
  }
  const { folder, isDryRun } = choices;
  const { plan, problems } = prepareUpload({ folder, root, env: process.env, description: describeSources() });
  if (problems.length === 0 && !passesCheck(folder)) problems.push("包没有通过 npm run check:weapp，原因见上面");
  for (const problem of problems) console.error(`✗ ${problem}`);
  if (plan === null || problems.length > 0) {
    console.error("没有上传。");
    return 1;
  }
  console.log(
    `✓ AppID   ${plan.appId}\n  版本     ${plan.version}\n  说明     ${plan.description}\n  目录     ${plan.folder}`,
  );
  if (isDryRun) {
    console.log("检查都通过了。这次不上传；去掉 --dry-run 就会上传。");
    return 0;
  }
  return upload(plan);
}

function readChoices(words: string[]): { folder: string; isDryRun: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: { "dry-run": { type: "boolean", default: false } },
      allowPositionals: true,
    });
    if (positionals.length > 1) return null;
    return { folder: resolve(positionals[0] ?? join(root, "miniapp/dist/weapp")), isDryRun: values["dry-run"] };
  } catch {
    return null;
  }
}

/** Which sources it was built from, as git names them; "" where there is no git. */
function describeSources(): string {
  const git = (...words: string[]) =>
    execFileSync("git", words, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  try {
    return `${git("describe", "--tags", "--always", "--dirty")} ${git("log", "-1", "--format=%s")}`;
  } catch {
    return "";
  }
}

function passesCheck(folder: string): boolean {
  const check = join(root, "scripts/check-weapp.ts");
  const { status } = spawnSync(process.execPath, ["--import", "tsx", check, folder], { cwd: root, stdio: "inherit" });
  return status === 0;
}

/** The sender wants the key as a file, which is gone afterwards. */
function upload({ appId, folder, version, description, key }: UploadPlan): number {
  const drawer = mkdtempSync(join(tmpdir(), "weapp-upload-"));
  try {
    const keyFile = join(drawer, "upload.key");
    writeFileSync(keyFile, key, { mode: 0o600 });
    const project = ["--appid", appId, "--project-path", folder, "--private-key-path", keyFile];
    const what = ["--upload-version", version, "--upload-description", description, "--use-project-config", "true"];
    const { WEAPP_UPLOAD_KEY: _, ...env } = process.env;
    const { status, error } = spawnSync("npx", ["--yes", SENDER, "upload", ...project, ...what], {
      stdio: "inherit",
      env,
    });
    if (error) console.error(`✗ 运行不了 npx：${error.message}`);
    console.log(status === 0 ? "✓ 上传好了：到后台的「版本管理」里看开发版本。" : "✗ 没有上传成功，原因见上面。");
    return status === 0 ? 0 : 1;
  } finally {
    rmSync(drawer, { recursive: true, force: true });
  }
}

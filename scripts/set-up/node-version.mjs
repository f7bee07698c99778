// @ts-check
import { SetUpError } from "./set-up-error.mjs";

/** The oldest Node the tools agree on; the same as `engines` in package.json. */
const OLDEST_NODE = [20, 19];

/**
 * Refuses a Node that is too old, before anything confusing happens.
 * @param {string} [version] as in `process.versions.node`
 * @throws {SetUpError}
 */
export function requireNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetUpError(
    `需要 Node.js ${OLDEST_NODE.join(".")} 或更新的版本，现在是 ${version}。请到 https://nodejs.org 安装新版本后再运行。`,
    `Node.js ${OLDEST_NODE.join(".")} or newer is needed; this is ${version}. Install one from https://nodejs.org and try again.`,
  );
}

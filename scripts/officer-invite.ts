/** `npm run officer:invite -- --reach 6401`: a code for an officer, such as the first one of a new installation. */
import { parseArgs } from "node:util";
import { ApiError } from "../api/api-error.js";
import { pageAddress } from "../api/http/public-address.js";
import { newCode } from "../api/ids.js";
import { INVITATION_PAGE } from "../api/people/invitation-page.js";
import { createInvitationStore } from "../api/people/invitation-store.js";
import { invite, reachName } from "../api/people/invite.js";
import { createTextSealer } from "../api/people/sealed-text.js";
import { connectRedis } from "../api/redis/client.js";
import { redisTrouble } from "../api/redis-trouble.js";
import { NO_SNAPSHOT, redisDependencies } from "../api/wiring/redis-dependencies.js";
import { InvitationInput } from "../shared/people/invitation.js";
import { spacedCode } from "../shared/people/short-code.js";
import { productDataFolder, productRedis } from "./product-redis.js";
import { openDemoSecrets } from "./set-up/demo-secrets.mjs";
import { SetUpError } from "./set-up/set-up-error.mjs";

const USAGE = `用法：npm run officer:invite -- --reach 6401 [--name 王干部]

  --reach   管到哪里：省、市或区县的行政区划代码，如 64、6401、640104；全国写 all。可以写多次
  --name    同事看到的称呼，可以不写`;

/** A name is kept sealed, as the privacy policy says. */
const NAME_WITHOUT_KEY =
  "写了称呼，就要同时给出服务器的 ENCRYPTION_KEY：称呼要加密了才存。没有发出邀请；也可以去掉 --name，让对方自己填。";

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`✗ ${explanation(error)}`);
  return 1;
});

/** @returns the exit code: 0 invited, 1 not, 2 misused */
async function main(words: string[]): Promise<number> {
  const input = readChoices(words);
  if (input === null) {
    console.error(USAGE);
    return 2;
  }
  const sealer = sealerOfServer();
  if (sealer === null && input.name !== undefined && input.name !== null) {
    console.error(`✗ ${NAME_WITHOUT_KEY}`);
    return 1;
  }
  const { address, stop } = await productRedis();
  try {
    const { redis, close } = await connectRedis(address);
    try {
      const { stations } = redisDependencies(redis, NO_SNAPSHOT);
      const invitations = createInvitationStore(redis, sealer);
      const deps = { stations, invitations, clock: Date.now, newCode };
      const { code, reach, expiresAt } = await invite(deps, input, null);
      showInvitation(code, reach, expiresAt);
      return 0;
    } finally {
      close();
    }
  } finally {
    await stop();
  }
}

/** Null where the command is not given the server's key. */
function sealerOfServer() {
  const { ENCRYPTION_KEY, REDIS_URL, UPSTASH_REDIS_REST_URL } = process.env;
  const isOwn = !REDIS_URL && !UPSTASH_REDIS_REST_URL;
  const key = ENCRYPTION_KEY || (isOwn ? openDemoSecrets(productDataFolder()).encryptionKey : null);
  return key ? createTextSealer({ current: key, old: [], identity: key }) : null;
}

function readChoices(words: string[]): InvitationInput | null {
  try {
    const { values } = parseArgs({
      args: words,
      options: { reach: { type: "string", multiple: true }, name: { type: "string" } },
    });
    const reach = values.reach?.map((prefix) => (prefix === "all" ? "" : prefix));
    const name = values.name === undefined ? {} : { name: values.name };
    return InvitationInput.safeParse({ role: "officer", reach, ...name }).data ?? null;
  } catch {
    return null;
  }
}

function showInvitation(code: string, reach: readonly string[], expiresAt: number): void {
  const publicUrl = process.env.PUBLIC_URL?.replace(/\/+$/, "");
  console.log(`✓ 请一位工会干部来管：${reach.map(reachName).join("、")}`);
  console.log(`  邀请码   ${spacedCode(code)}`);
  if (publicUrl) console.log(`  链接     ${pageAddress(publicUrl, INVITATION_PAGE, { code })}`);
  const until = new Date(expiresAt).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai", hour12: false });
  console.log(`  ${until} 以前有效，只能一个人用一次：登录后在「我的」点「我收到了邀请码」。`);
}

function explanation(error: unknown): string {
  if (error instanceof SetUpError) return error.message;
  if (error instanceof ApiError && error.fields) return error.fields.map(({ message }) => message).join("\n");
  const trouble = redisTrouble(error);
  if (trouble?.state === "down") return "连不上 Redis，没有发出邀请。";
  if (trouble !== null) return `Redis 现在不收（${trouble.reason}），没有发出邀请。`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import { type Random, seededRandom } from "../../bench/made-up-stations.js";
import { type LocalRedis, startLocalRedis } from "../../tests/support/local-redis.js";
import { startProductServer } from "../../tests/support/product-server.js";
import { type Asked, ask } from "./ask-server.js";
import { type Play, Tally } from "./play.js";
import { type Schema, schemaValues } from "./schema-values.js";

interface Operation {
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas?: Record<string, Schema> };
}

const SEED = 20_261_129;
const ROLES = [null, "worker", "viewer", "keeper", "officer"] as const;
/** Nobody types as quickly: the counts of writes are forgotten every so often. */
const FORGET_EVERY = 100;

/** Every operation of the API description with made-up values, as everybody: none may end in a fault of the program. */
export const fuzz: Play = async ({ isShort }) => {
  const redis = await startLocalRedis();
  const server = await startProductServer({ REDIS_URL: redis.url, YIZHAN_MODE: "demo", TRUST_PROXY: "1" });
  const answers = new Tally();
  const faults: string[] = [];
  let sent = 0;
  try {
    const description = (await (await fetch(`${server.origin}/api/openapi.json`)).json()) as Description;
    const operations = operationsOf(description);
    const random = seededRandom(SEED);
    const { value, hostile } = schemaValues(description.components.schemas ?? {}, random);
    const makers = { random, value, hostile };
    for (let round = 0; round < (isShort ? 2 : 30); round++) {
      const tokens = await signIn(server.origin);
      for (const operation of operations) {
        const token = tokens[Math.floor(random() * tokens.length)];
        const request = requestOf(operation, makers);
        const { status, code } = await ask(`${server.origin}${request.path}`, request.method, {
          token,
          ...request.asked,
        });
        answers.add(`${Math.floor(status / 100)}xx`);
        // What is not set up here, and what is too much just now, is said in codes of their own.
        if (status === 0 || status === 500 || (status > 500 && code === "")) {
          faults.push(`${status} ${code} ${request.method} ${operation.path}`);
        }
        if (++sent % FORGET_EVERY === 0) await forgetCounts(redis);
      }
    }
    const isUp = (await ask(`${server.origin}/api/health`, "GET")).code === "" && server.child.exitCode === null;
    const held = faults.length === 0 ? `no fault: ${answers}` : faults.slice(0, 5).join("; ");
    const tried = `${sent} requests to ${operations.length} operations`;
    return [{ what: "made-up requests", tried, held, lost: "0", isBroken: faults.length > 0 || !isUp }];
  } finally {
    await server.stop();
    await redis.stop();
  }
};

export async function forgetCounts({ control }: LocalRedis): Promise<void> {
  const counts = await control.keys("{callers}:*");
  if (counts.length > 0) await control.del(counts);
}

interface Described extends Operation {
  method: string;
  path: string;
}

function operationsOf({ paths }: Description): Described[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}

async function signIn(origin: string): Promise<(string | undefined)[]> {
  const tokens: (string | undefined)[] = [];
  for (const as of ROLES) {
    if (as === null) tokens.push(undefined);
    else {
      const reply = await ask(`${origin}/api/sign-in/demo`, "POST", { json: { as } });
      tokens.push((reply.body as { token?: string } | null)?.token);
    }
  }
  return tokens;
}

interface Makers {
  random: Random;
  value: (schema: Schema) => unknown;
  hostile: () => string;
}

function requestOf({ method, path, parameters = [], requestBody }: Described, { random, value, hostile }: Makers) {
  const said = (schema: Schema | undefined) => {
    const made = random() < 0.2 ? hostile() : value(schema ?? {});
    return encodeURIComponent(wellFormed(typeof made === "string" ? made : (JSON.stringify(made) ?? "")));
  };
  const of = (where: string) => parameters.filter((parameter) => parameter.in === where);
  let filled = path;
  for (const { name, schema } of of("path")) filled = filled.replace(`{${name}}`, said(schema) || "x");
  const query = of("query")
    .filter(() => random() < 0.7)
    .map(({ name, schema }) => `${name}=${said(schema)}`);
  const asked: Asked = {};
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (type === "application/json") asked.json = value(content?.schema ?? {});
  else if (type !== undefined) Object.assign(asked, { body: hostile(), headers: { "content-type": type } });
  if (random() < 0.1)
    Object.assign(asked, { json: undefined, body: "{", headers: { "content-type": "application/json" } });
  if (method === "GET") asked.json = asked.body = undefined;
  return { method, path: query.length > 0 ? `${filled}?${query.join("&")}` : filled, asked };
}

/** Half a pair of surrogates cannot stand in an address. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

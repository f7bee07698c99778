import { HOSTILE_FILES } from "../../tests/support/hostile-files.js";
import { startLocalRedis } from "../../tests/support/local-redis.js";
import { type Answered, type Asked, ask } from "./ask-server.js";
import { type Play, pause, Tally } from "./play.js";
import { type Installation, openInstallation } from "./running-installation.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NEAREST = "/api/stations/nearest?latitude=38.474&longitude=106.289";
const MEGABYTE = 1_000_000;

/** A picture of 30,000 by 30,000 points, by its own word. */
const HUGE_PNG = Buffer.from("89504e470d0a1a0a0000000d4948445200007530000075300802000000", "hex");

interface Bomb {
  path: string;
  asked: Asked;
}

/** Files and bodies that are made to hurt whoever reads them; every one is refused, and others are answered meanwhile. */
export const bombs: Play = async ({ isShort }) => {
  const files = HOSTILE_FILES.filter((_, at) => !isShort || at % 4 === 0).map(({ make }) => make());
  const installation = await openInstallation(await startLocalRedis(), 20);
  const answers = new Tally();
  const looks = new Tally();
  try {
    for (const { path, asked } of [...files.flatMap((file) => tables(file, installation)), ...bodies(installation)]) {
      let isOver = false;
      const sending = patiently(`${installation.origin}${path}`, asked).finally(() => {
        isOver = true;
      });
      while (!isOver) {
        looks.add(String((await ask(`${installation.origin}${NEAREST}`, "GET")).status));
        await pause(50);
      }
      const { status, code } = await sending;
      answers.add(`${status} ${code}`.trim());
    }
  } finally {
    await installation.stop();
  }
  const refused = answers.count((answer) => answer.startsWith("4") || answer.startsWith("200"));
  const all = answers.count(() => true);
  const found = looks.count((answer) => answer === "200");
  return [
    {
      what: "hostile files and bodies",
      tried: `${all} of them`,
      held: `${refused} turned down (${answers}), ${found} of ${looks.count(() => true)} looks for stations meanwhile`,
      lost: "0",
      isBroken: refused < all || found < looks.count(() => true),
    },
  ];
};

/** One that the server is too busy for is sent again, as it says. */
async function patiently(url: string, asked: Asked): Promise<Answered> {
  for (let attempt = 0; ; attempt++) {
    const answer = await ask(url, "POST", asked);
    if (answer.status !== 429 && answer.code !== "busy" && answer.status !== 0) return answer;
    if (attempt === 3) return answer;
    await pause(2_000);
  }
}

function tables(file: Uint8Array<ArrayBuffer>, { officer }: Installation): Bomb[] {
  const headers = { "content-type": file[0] === 0x50 ? XLSX : "text/csv" };
  return ["/api/stations/import?dryRun=true", "/api/courses/import?dryRun=true"].map((path) => ({
    path,
    asked: { token: officer, headers, body: file },
  }));
}

function bodies({ officer, keepers: [keeper], people: [person], sessionId }: Installation): Bomb[] {
  const json = { "content-type": "application/json" };
  const picture = { "content-type": "image/png" };
  const photos = `/api/stations/${keeper?.stationId}/photos`;
  return [
    { path: "/api/stations", asked: { token: officer, headers: json, body: "[".repeat(MEGABYTE) } },
    { path: "/api/stations", asked: { token: officer, headers: json, body: `{"a":`.repeat(100_000) } },
    { path: "/api/stations", asked: { token: officer, headers: json, body: `{"name":"${"甲".repeat(MEGABYTE)}"}` } },
    { path: "/api/wishes", asked: { token: person?.token, headers: json, body: `"${"\\u0000".repeat(100_000)}"` } },
    { path: `/api/classes/${sessionId}/booking`, asked: { headers: { authorization: `Bearer ${"a".repeat(8_000)}` } } },
    { path: photos, asked: { token: keeper?.token, headers: picture, body: new Uint8Array(HUGE_PNG) } },
    { path: photos, asked: { token: keeper?.token, headers: picture, body: new Uint8Array(4 * MEGABYTE) } },
  ];
}

import { startLocalRedis } from "../../tests/support/local-redis.js";
import { ask } from "./ask-server.js";
import { checkIndexes } from "./check-indexes.js";
import { type Play, pause, type Row, Tally } from "./play.js";
import { type Installation, openInstallation } from "./running-installation.js";

const NEAREST = "/api/stations/nearest?latitude=38.474&longitude=106.289";
const LOOPS = 8;

/** More of one thing than anybody needs, from few addresses, while somebody else looks for a station. */
export const floods: Play = async ({ isShort }) => {
  const installation = await openInstallation(await startLocalRedis(), 20);
  try {
    return [
      await flood("a flood of posters", isShort ? 60 : 300, installation, (number) => {
        const station = installation.keepers[number % installation.keepers.length]?.stationId;
        return ask(`${installation.origin}/api/stations/${station}/poster.png`, "GET", from(number % 4));
      }),
      await flood("a flood of reports at the door by made-up phones", isShort ? 300 : 2_000, installation, (number) => {
        const station = installation.keepers[number % installation.keepers.length]?.stationId;
        const { headers } = from(number % 2);
        return ask(`${installation.origin}/api/stations/${station}/reports`, "POST", {
          headers: { ...headers, "x-device-id": `a-phone-that-nobody-has-${number}` },
          json: { kind: "door_closed", atDoor: true },
        });
      }),
    ];
  } finally {
    await installation.stop();
  }
};

const from = (number: number) => ({ headers: { "x-forwarded-for": `192.0.2.${number + 1}` } });

async function flood(
  what: string,
  requests: number,
  installation: Installation,
  send: (number: number) => ReturnType<typeof ask>,
): Promise<Row> {
  const answers = new Tally();
  const looks = new Tally();
  let next = 0;
  const pour = async () => {
    while (next < requests) {
      const { status, code } = await send(next++);
      answers.add(`${status} ${code}`.trim());
    }
  };
  const pouring = Promise.all(Array.from({ length: LOOPS }, pour));
  let isOver = false;
  void pouring.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    looks.add(String((await ask(`${installation.origin}${NEAREST}`, "GET", from(100))).status));
    await pause(20);
  }
  const wrong = await checkIndexes(installation.connection.redis, installation.local.keys);
  const turned = await turnedStations(installation);
  const found = looks.count((answer) => answer === "200");
  const bad = answers.count((answer) => answer.startsWith("0") || answer.startsWith("500"));
  return {
    what,
    tried: `${requests} requests`,
    held: [
      String(answers),
      `${found} of ${looks.count(() => true)} looks for stations meanwhile`,
      `${turned} stations turned`,
      wrong.length === 0 ? "every index" : wrong.slice(0, 3).join("; "),
    ].join("; "),
    lost: "0",
    isBroken: bad > 0 || turned > 0 || wrong.length > 0 || found < looks.count(() => true),
  };
}

/** Stations that people are told may be shut. */
async function turnedStations({ origin }: Installation): Promise<number> {
  const reply = await fetch(`${origin}${NEAREST}&limit=50`);
  const { stations } = (await reply.json()) as { stations: { opening: { state: string } }[] };
  return stations.filter(({ opening }) => opening.state === "reported_closed").length;
}

import { resolve } from "node:path";
import { connectRedis } from "../../api/redis/client.js";
import { NO_SNAPSHOT, redisDependencies } from "../../api/wiring/redis-dependencies.js";
import { ensurePages } from "../../scripts/set-up/pages.mjs";
import type { MapPoint } from "../../shared/common/place.js";
import { givenDeed } from "../../tests/support/given.js";
import { startLocalRedis } from "../../tests/support/local-redis.js";
import { madeUpStations, seededRandom } from "../made-up-stations.js";
import { startProduct } from "../national/servers.js";
import { benchFirstList } from "./first-list.js";
import { benchScrolling } from "./scrolling.js";
import { benchSetData } from "./set-data.js";
import { benchTapToFrame } from "./tap-to-frame.js";

const STATIONS = 5_000;
/** The middle of Beijing: some hundred stations are within walking distance. */
const HERE: MapPoint = { latitude: 39.908, longitude: 116.397 };

/** 附近 on a slow phone: until the first names, while scrolling, and what WeChat's page is handed. */
export async function benchPage(): Promise<void> {
  // As npm start serves them: built, and compressed beforehand.
  if (!process.env.PAGES_FOLDER) await ensurePages({ root: resolve(import.meta.dirname, "../..") });
  const local = await startLocalRedis();
  const { redis, close } = await connectRedis({ transport: "tcp", url: local.url });
  try {
    const { stations } = redisDependencies(redis, NO_SNAPSHOT);
    for (const station of madeUpStations(STATIONS, seededRandom(20_261_122))) {
      await stations.put({ station, previous: null, by: givenDeed });
    }
    const server = await startProduct(local.url, "/api/health");
    try {
      const origin = `http://127.0.0.1:${server.port}`;
      await benchFirstList(origin, HERE);
      await benchTapToFrame(origin, HERE);
      await benchScrolling(origin, HERE);
      await benchSetData(origin, HERE);
    } finally {
      await server.stop();
    }
  } finally {
    close();
    await local.stop();
  }
}

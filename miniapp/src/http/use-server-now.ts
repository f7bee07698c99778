import { useEffect, useState } from "react";
import type { EpochMs } from "../../../shared/common/time";
import { serverClock } from "./server-clock";

const TICK_MS = 20_000;

/** The server's time, again every 20 seconds, so that 还有 25 分钟 does not stand still. */
export function useServerNow(): EpochMs {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return serverClock.now();
}

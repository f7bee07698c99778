import Taro from "@tarojs/taro";
import { type ComponentType, useCallback, useEffect, useState } from "react";
import { StationGlimpse } from "../features/stations/station-glimpse";
import { Message } from "../ui/message";
import { PageFrame } from "../ui/page-frame";
import { Pressable } from "../ui/pressable";
import { ListSkeleton } from "../ui/skeleton";

/** What the file of a page brings. */
export interface PageModule {
  default: ComponentType;
}

/** A page as Taro's web router knows it. */
export interface Route {
  path: string;
  load(context: unknown, params: unknown): [Promise<PageModule>, unknown, unknown];
}

/** A page that comes later than this is stood in for by its frame, so that a tap is answered at once. */
const IN_TIME_MS = 20;

/**
 * The file of a page, or after a moment a frame in its place, which becomes the page when its file has come and says so
 * where it cannot be had. The first page of all has the opening line of index.html for a frame.
 */
export function loadPage(route: Route, context: unknown, params: unknown): [Promise<PageModule>, unknown, unknown] {
  const [coming] = route.load(context, params);
  const isFirst = Taro.getCurrentPages().length === 0;
  const here = isFirst ? coming : Promise.race([coming, late(coming, route)]);
  return [here.catch(() => lateModule(coming, route)), context, params];
}

async function late(coming: Promise<PageModule>, route: Route): Promise<PageModule> {
  await new Promise((resolve) => setTimeout(resolve, IN_TIME_MS));
  return lateModule(coming, route);
}

function lateModule(coming: Promise<PageModule>, { path, load }: Route): PageModule {
  const again = () => load({}, {})[0];
  return { default: () => <LatePage path={path} coming={coming} again={again} /> };
}

interface LatePageProps {
  path: string;
  coming: Promise<PageModule>;
  /** Asks for the file once more. */
  again: () => Promise<PageModule>;
}

type Arrival = "awaited" | "no_network" | "replaced" | { page: ComponentType };

function LatePage({ path, coming, again }: LatePageProps) {
  const [arrival, setArrival] = useState<Arrival>("awaited");
  const wait = useCallback((file: Promise<PageModule>) => {
    setArrival("awaited");
    file.then(
      (module) => setArrival({ page: module.default }),
      async () => setArrival((await isServerThere()) ? "replaced" : "no_network"),
    );
  }, []);
  useEffect(() => wait(coming), [wait, coming]);
  if (typeof arrival === "object") return <arrival.page />;
  return (
    <PageFrame>
      {arrival === "awaited" ? (
        <>
          {path.includes("visitor/station/") ? <StationGlimpse /> : null}
          <ListSkeleton rows={3} />
        </>
      ) : arrival === "no_network" ? (
        <Message title="没网，打不开" advice="这一页还没存到手机里，有信号了再试">
          <Pressable className="button button-main" onPress={() => wait(again())}>
            再试
          </Pressable>
        </Message>
      ) : (
        <Message title="驿站换新版了" advice="重开一下就好">
          <Pressable className="button button-main" onPress={() => window.location.reload()}>
            重开
          </Pressable>
        </Message>
      )}
    </PageFrame>
  );
}

/** Whether the server answers: then the file is missing there, as it is after a newer version was put in its place. */
async function isServerThere(): Promise<boolean> {
  return fetch("/", { method: "HEAD", cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}

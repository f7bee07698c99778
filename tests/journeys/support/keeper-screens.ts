import { becomeKeeper, givenStationOf, reportBroken } from "./keeper.js";
import type { Screen } from "./screens.js";
import { COMMUNITY } from "./town.js";
import type { Visitor } from "./visitor.js";

const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole("button", { name });

async function openDesk(visitor: Visitor): Promise<void> {
  await becomeKeeper(visitor, "st_community");
  await visitor.page.getByRole("heading", { name: COMMUNITY }).waitFor();
}

/** The keeper's desk, in every state that looks different. */
export const KEEPER_SCREENS: readonly Screen[] = [
  { name: "keeper, desk", show: openDesk },
  {
    name: "keeper, a report waits",
    show: async (visitor) => {
      const { id } = await givenStationOf("民生街驿站", { amenities: { aircon: { state: "broken" } } });
      await reportBroken(id, "aircon");
      await becomeKeeper(visitor, id);
      await visitor.page.getByRole("heading", { name: "等你处理(1)" }).waitFor();
    },
  },
  {
    name: "keeper, how long to close",
    show: async (visitor) => {
      await openDesk(visitor);
      await button(visitor, "要关一会儿").click();
      await button(visitor, /^自己选/).click();
    },
  },
  {
    name: "keeper, how the medicine is",
    show: async (visitor) => {
      await openDesk(visitor);
      await button(visitor, /^急救药箱(?!.*写新日期)/).click();
    },
  },
  {
    name: "keeper, the hours of today",
    show: async (visitor) => {
      await openDesk(visitor);
      await button(visitor, /今天时间有变/).click();
      await button(visitor, /分成两段/).click();
    },
  },
  {
    name: "keeper, without network",
    options: { expectedComplaint: /ERR_INTERNET_DISCONNECTED/ },
    show: async (visitor) => {
      await openDesk(visitor);
      await visitor.context.setOffline(true);
      await button(visitor, "都对，确认").click();
      await visitor.page.getByText("没网，先记下了").waitFor();
    },
  },
];

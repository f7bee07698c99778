import { expect, test } from "vitest";
import type { StationDetail } from "../../shared/stations/station-answer.js";
import { CLERK, givenStationsOf, openClerk, pasteText } from "./support/desk.js";
import { printed } from "./support/printed.js";
import { openVisitor, type Visitor } from "./support/visitor.js";

const seen = async ({ page }: Visitor, id: string): Promise<StationDetail> =>
  (await page.request.get(`/api/stations/${id}`)).json();
const tablePath = (name: string, more = "") => `/desk/stations?q=${encodeURIComponent(name)}${more}`;

test("a clerk gives 49 stations new hours in four actions, and takes them back in one", async () => {
  const stations = await givenStationsOf("改时间站", 49);
  const clerk = await openClerk(tablePath("改时间站"));
  const { page } = clerk;
  await page.getByText("49 个驿站").waitFor();

  await page.getByRole("checkbox", { name: "全选" }).check();
  await page.getByRole("button", { name: "改时间" }).click();
  await page.getByRole("textbox", { name: /的时间\(原话\)都写成/ }).fill("周一至周五 8:30-12:00;13:30-17:30");
  await page.getByText("读成：周一到周五 8:30–12:00，13:30–17:30").waitFor();
  await page.getByRole("button", { name: "改 49 个" }).click();
  await page.getByText("刚才改了 49 个站的时间(原话)").waitFor();

  const ends = [stations[0], stations[48]].flatMap((station) => station ?? []);
  for (const { id } of ends) expect((await seen(clerk, id)).hours.written).toBe("周一至周五 8:30-12:00;13:30-17:30");
  await page.getByRole("button", { name: "撤回" }).click();
  await page.getByText("撤回了：改了 49 个站的时间(原话)").waitFor();
  for (const { id, hours } of ends) expect((await seen(clerk, id)).hours).toEqual(hours);
});

test("a block of 20×3 from Excel with one bad cell stores nothing and says which; put right, it is stored", async () => {
  const stations = await givenStationsOf("贴表站", 20);
  const clerk = await openClerk(tablePath("贴表站", "&cols=code,name,phone,audience,host"));
  const { page } = clerk;
  const lines = stations.map((_, place) => [`0952-${3_000_000 + place}`, "户外劳动者", `农行 ${place}`]);
  const tsv = (rows: string[][]) => `${rows.map((row) => row.join("\t")).join("\r\n")}\r\n`;
  await page.getByRole("gridcell", { name: "贴表站 1", exact: true }).waitFor();
  await page.keyboard.press("ArrowRight");

  await pasteText(clerk, tsv(lines.map((line, place) => (place === 6 ? ["没有电话", ...line.slice(1)] : line))));
  const dialog = page.getByRole("dialog");
  await dialog.getByText("有 1 格不对，一格也没有存").waitFor();
  await dialog.getByRole("row", { name: /贴表站 7 电话 .* 没有电话 电话只能有数字/ }).waitFor();
  await page.getByRole("button", { name: "知道了，改好再贴" }).click();
  expect((await seen(clerk, stations[0]?.id ?? "")).phone).toBe("0952-2000001");

  await page.keyboard.press("Escape");
  await pasteText(clerk, tsv(lines));
  await page.getByRole("button", { name: "存 60 格" }).click();
  await page.getByText("刚才贴了 60 格").waitFor();
  expect(await seen(clerk, stations[19]?.id ?? "")).toMatchObject({ phone: "0952-3000019", host: "农行 19" });
});

test("the second of two at one cell sees both values and chooses", async () => {
  const [station] = await givenStationsOf("同一格站", 1);
  const path = tablePath("同一格站", "&cols=code,name,audience");
  const first = await openClerk(path);
  const second = await openClerk(path, { expectedComplaint: /status of 409/ });
  for (const { page } of [first, second]) {
    await page.getByRole("gridcell", { name: "同一格站 1", exact: true }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("F2");
  }
  await first.page.keyboard.type("环卫工人");
  await first.page.keyboard.press("Enter");
  await first.page.getByText("刚才改了「同一格站 1」的谁能进").waitFor();

  await second.page.keyboard.type("户外劳动者");
  await second.page.keyboard.press("Enter");
  await second.page.getByText("有 1 格别人刚刚改过，还没有存").waitFor();
  expect((await seen(first, station?.id ?? "")).audience).toBe("环卫工人");
  await second.page.getByText("用他们的：环卫工人").waitFor();
  await second.page.getByText("用我的：户外劳动者").click();
  await second.page.getByRole("button", { name: "照这样存 1 格" }).click();
  await second.page.getByText("刚才改了「同一格站 1」的谁能进").waitFor();
  expect((await seen(first, station?.id ?? "")).audience).toBe("户外劳动者");
});

test("a link with filters opens where it led, for a colleague who has to sign in first", async () => {
  const [, second] = await givenStationsOf("链接站", 3);
  const colleague = await openVisitor({ viewport: CLERK });
  const { page } = colleague;
  const path = `${tablePath("链接站", "&view=noKeeper&sort=-name")}&open=${second?.id}`;
  await page.goto(path);
  await page.getByRole("button", { name: "用示例干部登录" }).click();
  await page.getByText("3 个驿站").waitFor();
  expect(new URL(page.url()).searchParams.get("view")).toBe("noKeeper");
  const names = page.getByRole("gridcell", { name: /^链接站 \d$/ });
  expect(await names.allTextContents()).toEqual(["链接站 3", "链接站 2", "链接站 1"]);
  await page.getByRole("complementary").getByRole("heading", { name: "链接站 2" }).waitFor();
  await page.goBack();
});

test("a click on a name opens the station, and a click on the week changes its hours", async () => {
  const [station] = await givenStationsOf("点开站", 2);
  const clerk = await openClerk(tablePath("点开站"));
  const { page } = clerk;
  await page.getByRole("gridcell", { name: "点开站 2", exact: true }).click();
  await page.getByRole("gridcell", { name: "点开站 1", exact: true }).click();
  await page.getByRole("complementary").getByRole("heading", { name: "点开站 1" }).waitFor();
  await page.getByRole("textbox", { name: "开放时间(照平时的写法)" }).fill("周一至周五 8:00-17:00");
  await page.getByText("点着改一周的时间").click();
  await page.getByRole("button", { name: "周一 17:00–18:00，不开" }).click();
  await page.getByRole("button", { name: "保存并看下一个" }).click();
  await page.getByRole("complementary").getByRole("heading", { name: "点开站 2" }).waitFor();
  const { week } = (await seen(clerk, station?.id ?? "")).hours;
  expect(week.slice(0, 2)).toEqual([[{ opens: 480, closes: 1080 }], [{ opens: 480, closes: 1020 }]]);
});

test("what an input method writes into a selected cell is not lost, and Ctrl+Z takes it back", async () => {
  const [station] = await givenStationsOf("拼音站", 1);
  const clerk = await openClerk(tablePath("拼音站", "&cols=code,name,landmark"));
  const { page } = clerk;
  await page.getByRole("gridcell", { name: "拼音站 1", exact: true }).waitFor();
  await page.keyboard.press("ArrowRight");
  const session = await clerk.context.newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "nong", selectionStart: 4, selectionEnd: 4 });
  await session.send("Input.insertText", { text: "农行旁边" });
  await page.keyboard.press("Enter");
  await page.getByText("刚才改了「拼音站 1」的怎么找").waitFor();
  expect((await seen(clerk, station?.id ?? "")).landmark).toBe("农行旁边");
  await page.keyboard.press("Control+z");
  await page.getByText("撤回了：").waitFor();
  expect((await seen(clerk, station?.id ?? "")).landmark).toBeNull();
});

test("a heading keeps rows back by keyboard, in the address and in a view of one's own, and lets them go in one action", async () => {
  const [first] = await givenStationsOf("筛列站", 3);
  const clerk = await openClerk(tablePath("筛列站", "&cols=code,name,phone,confirmed"));
  const { page } = clerk;
  await page.getByText("3 个驿站").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Alt+ArrowDown");
  const menu = page.getByRole("dialog", { name: "筛电话" });
  await menu.getByRole("textbox", { name: "电话里含有" }).waitFor();
  await page.keyboard.type("2000001");
  await page.keyboard.press("Enter");
  await page.getByText("1 个驿站").waitFor();
  expect(JSON.parse(new URL(page.url()).searchParams.get("has") ?? "")).toEqual({ phone: "2000001" });
  await page.getByRole("button", { name: "筛电话，正在筛" }).waitFor();
  // Back in the cell below the heading.
  await page.keyboard.press("F2");
  expect(await page.locator(".cell-input.is-open").inputValue()).toBe(first?.phone);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "+ 存成我的视图" }).click();
  await page.getByRole("textbox", { name: "叫什么" }).fill("我的电话");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "电话：2000001 ×" }).click();
  await page.getByText("3 个驿站").waitFor();
  await page.getByRole("button", { name: "我的电话", exact: true }).click();
  await page.getByText("1 个驿站").waitFor();

  await page.getByRole("button", { name: "筛上次确认" }).click();
  await page.getByRole("textbox", { name: "超过几天" }).press("Enter");
  await page.getByRole("button", { name: "上次确认超过 30 天 ×" }).waitFor();
  await page.getByRole("button", { name: "都不筛了" }).click();
  await page.getByText("3 个驿站").waitFor();
  await page.getByRole("button", { name: "筛电话", exact: true }).click();
  await page.keyboard.press("Escape");
  await menu.waitFor({ state: "hidden" });
});

test("the rows are asked for once, before the program is there, and with the sign-in that is kept", async () => {
  await givenStationsOf("早问站", 1);
  const clerk = await openClerk("/desk/stations", { expectedComplaint: /assets\/index/ });
  const { page } = clerk;
  await page.getByRole("grid").waitFor();
  const program = /\/desk\/assets\/index\.[0-9a-f]+\.js$/;
  const asked = page.waitForRequest(/\/api\/desk\/stations$/);
  // The frame of the page never comes: what is begun does not wait for it.
  await page.route(program, (route) => route.abort());
  const missed = page.waitForEvent("requestfailed", (request) => program.test(request.url()));
  await page.reload();
  expect((await asked).headers().authorization).toMatch(/^Bearer /);
  await missed;
  await page.unroute(program);

  clerk.asked.length = 0;
  await page.reload();
  await page.getByRole("grid").waitFor();
  await page.waitForLoadState("networkidle");
  expect(clerk.asked.filter((url) => url.endsWith("/api/desk/stations"))).toHaveLength(1);
});

test("the table is printed whole on A4 across, and not what happens to be in sight", async () => {
  await givenStationsOf("印表站", 60);
  const { page } = await openClerk(tablePath("印表站", "&cols=code,name,district,hours,state,phone,address,host"));
  await page.getByText("60 个驿站").waitFor();
  expect(await page.locator("[data-row]").count()).toBeLessThan(60);
  const sheets = await printed(page, "stations");
  for (const { width, height } of sheets) expect(width).toBeGreaterThan(height);
  const text = sheets.map((sheet) => sheet.text).join("");
  for (let turn = 1; turn <= 60; turn++) expect(text).toContain(`-${String(turn).padStart(3, "0")}`);
  expect(text).not.toContain("Ctrl+Z");
  expect(await page.locator(".printed-rows").count()).toBe(0);
});

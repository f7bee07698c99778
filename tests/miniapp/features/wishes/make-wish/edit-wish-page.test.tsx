import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import EditWishPage from "../../../../../miniapp/src/visitor/edit-wish/index.js";
import WishPage from "../../../../../miniapp/src/visitor/wish/index.js";
import { type Answers, answerFrom, asked, keysOf } from "../../../support/answers.js";
import { cst, cstText } from "../../../support/given.js";
import { givenSignedIn } from "../../../support/given-sign-in.js";
import { givenMine, givenWishView } from "../../../support/given-wish.js";
import Taro, { newPhone, openedWith } from "../../../support/taro.js";

const MOVED = { id: "ws_gloves01", state: "submitted", version: 4, due: null, warnings: [] };
const EDIT = "PUT /api/wishes/ws_gloves01";

let answers: Answers;
beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  keepSignIn(givenSignedIn("t1", "worker"));
  vi.setSystemTime(cst("2026-11-18T10:00"));
  openedWith({ id: "ws_gloves01" });
  answers = { [EDIT]: [200, MOVED] };
  answerFrom(answers);
});

function given(changed: Parameters<typeof givenWishView>[0]) {
  answers["GET /api/wishes/mine"] = [
    200,
    givenMine([givenWishView({ state: "submitted", canEdit: true, ...changed })]),
  ];
}
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name, hidden: true }));
const sent = () => asked().filter(([request]) => request === EDIT);

it("is reached from the wish as long as the server lets it be changed", async () => {
  given({});
  render(<WishPage />);
  fireEvent.click(await screen.findByRole("button", { name: /改一改/ }));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/edit-wish/index?id=ws_gloves01" });
  cleanup();
  given({ canEdit: false });
  render(<WishPage />);
  await screen.findByText("写了什么");
  expect(screen.queryByRole("button", { name: /改一改/ })).toBeNull();
});

it("shows what was written, and sends it changed from the version that was seen", async () => {
  given({});
  render(<EditWishPage />);
  fireEvent.change(await screen.findByLabelText(/想要什么/), { target: { value: " 想要两副手套 " } });
  expect((screen.getByLabelText("电话") as HTMLInputElement).value).toBe("13895071234");
  press("改好了，发给工会");
  await waitFor(() => expect(sent()).toHaveLength(1));
  expect(sent()[0]?.[1]).toEqual({
    version: 3,
    text: "想要两副手套",
    stationId: "st_given",
    contact: { name: "马建国", phone: "13895071234", address: "丽景街 88 号院" },
    public: true,
  });
});

it.each([
  ["submitted", "工会会看新写的话。"],
  ["need_info", "改了就当回了工会的话，工会接着看。"],
  ["approved", "改了话，工会要再看一遍，才有人认领。"],
] as const)("says before the tap what new words of a wish that is %s lead to", async (state, words) => {
  given({ state });
  render(<EditWishPage />);
  const field = await screen.findByLabelText(/想要什么/);
  expect(screen.queryByText(words)).toBeNull();
  fireEvent.change(field, { target: { value: "想要两副手套" } });
  expect(screen.getByText(words)).toBeTruthy();
});

it("forgets how to reach somebody who takes it out, and asks for what is missing", async () => {
  given({});
  render(<EditWishPage />);
  fireEvent.change(await screen.findByLabelText("电话"), { target: { value: "" } });
  press("改好了，发给工会");
  expect((await screen.findByRole("alert")).textContent).toContain("写上电话");
  fireEvent.change(screen.getByLabelText(/怎么称呼/), { target: { value: "" } });
  fireEvent.change(screen.getByLabelText(/住址/), { target: { value: "" } });
  press("改好了，发给工会");
  await waitFor(() => expect(sent()[0]?.[1]).toMatchObject({ contact: null }));
});

it("sends other words under another key when the first got no answer", async () => {
  given({});
  answers[EDIT] = "offline";
  render(<EditWishPage />);
  const field = await screen.findByLabelText(/想要什么/);
  press("改好了，发给工会");
  await screen.findByRole("alert");
  press("改好了，发给工会");
  await waitFor(() => expect(sent()).toHaveLength(2));
  fireEvent.change(field, { target: { value: "想要两副手套" } });
  press("改好了，发给工会");
  await waitFor(() => expect(sent()).toHaveLength(3));
  const [first, second, third] = keysOf(EDIT);
  expect([second === first, third === first]).toEqual([true, false]);
});

it("leads to 12351 who writes of wages that are owed", async () => {
  given({});
  render(<EditWishPage />);
  fireEvent.change(await screen.findByLabelText(/想要什么/), { target: { value: "老板拖欠工资" } });
  expect(screen.getByRole("button", { name: /12351/ })).toBeTruthy();
});

it("tells who comes too late that it is claimed, with a way on", async () => {
  given({ canEdit: false });
  render(<EditWishPage />);
  expect(await screen.findByText("现在不能改了")).toBeTruthy();
  expect(screen.getByRole("button", { name: "去心愿" })).toBeTruthy();
});

it("gives who helped the words and the station to change, and a new slip after a warning", async () => {
  given({ parties: ["helper"], contact: null, canRenewSlip: true });
  render(<EditWishPage />);
  await screen.findByLabelText(/想要什么/);
  expect(screen.queryByLabelText("电话")).toBeNull();
  press("改好了，发给工会");
  await waitFor(() => expect(sent()[0]?.[1]).not.toHaveProperty("contact"));
  cleanup();
  answers["POST /api/wishes/ws_gloves01/slip"] = [
    200,
    { id: "ws_gloves01", state: "submitted", slipCode: "ABCD3467EFGH" },
  ];
  render(<WishPage />);
  fireEvent.click(await screen.findByRole("button", { name: "纸条丢了？重开一张" }));
  expect(screen.getByText(/旧纸条上的码就不能用了/)).toBeTruthy();
  press("重开，给我新的码");
  expect(await screen.findByText("ABCD 3467 EFGH")).toBeTruthy();
});

it("has nothing to change without network", async () => {
  given({});
  render(<WishPage />);
  await screen.findByText("写了什么");
  cleanup();
  answers["GET /api/wishes/mine"] = "offline";
  vi.setSystemTime(Date.parse(cstText("2026-11-18T10:05")));
  render(<EditWishPage />);
  expect(await screen.findByText("没网，现在改不了")).toBeTruthy();
});

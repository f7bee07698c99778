import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import NewStationPage from "../../../../../miniapp/src/union/new-station/index.js";
import { parseHoursText } from "../../../../../shared/stations/hours-text.js";
import { givenDetail, reply } from "../../../support/given.js";
import { givenSignedIn, refusal } from "../../../support/given-sign-in.js";
import Taro, { newPhone, openedWith } from "../../../support/taro.js";

type Answer = [status: number, body: unknown];
let answers: Record<string, Answer>;

beforeEach(() => {
  cleanup();
  newPhone();
  openedWith({});
  const officer = givenSignedIn("t1", "officer");
  keepSignIn({ ...officer, user: { ...officer.user, reach: ["6401"] } });
  const district = (code: string, text: string) => ({ code, text, city: null, stationCount: 1 });
  answers = {
    "GET /api/districts": [200, { districts: [district("640104", "兴庆区"), district("410102", "中原区")] }],
    "GET /api/districts/official": [
      200,
      {
        districts: [
          { code: "640104", text: "兴庆区" },
          { code: "640106", text: "金凤区" },
        ],
      },
    ],
  };
  Taro.request.mockReset();
  Taro.request.mockImplementation(async ({ method, url }) =>
    reply(...(answers[`${method} ${url}`] ?? [404, refusal("not_found")])),
  );
});

const fill = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const sent = (endpoint: string) =>
  Taro.request.mock.calls.flatMap(([{ method, url, data }]) => (`${method} ${url}` === endpoint ? [data] : []));

async function fillIn() {
  render(<NewStationPage />);
  await screen.findByRole("heading", { name: "加一个驿站" });
  fill(/^叫什么/, " 银虹驿站 ");
  fill(/^地址/, "银虹巷 1 号");
  press("兴庆区");
  fill(/^坐标/, "106.289,38.474");
  fill(/^几点开门/, "周一至周五 8:30-17:30");
}

it("adds a station in a district of one's reach, with hours as people write them, and leads on", async () => {
  answers["POST /api/stations"] = [201, givenDetail({ id: "st_new", name: "银虹驿站" })];
  await fillIn();
  expect(screen.queryByRole("button", { name: "中原区" })).toBeNull();
  screen.getByRole("button", { name: "金凤区" });
  expect(sent("GET /api/districts/official")).toEqual([{ within: "6401" }]);
  screen.getByText(/周一到周五 8:30–17:30/);
  press("存下来");
  await screen.findByText("✓ 银虹驿站加好了");
  expect(sent("POST /api/stations")).toEqual([
    {
      name: "银虹驿站",
      code: null,
      address: "银虹巷 1 号",
      district: { code: "640104", text: "兴庆区" },
      location: { longitude: 106.289, latitude: 38.474 },
      hours: parseHoursText("周一至周五 8:30-17:30").hours,
      audience: null,
    },
  ]);
  press("看驿站");
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/station/index?id=st_new" });
});

it("brings back a withdrawn station in place of another of its name", async () => {
  const { error } = refusal("name_taken");
  answers["POST /api/stations"] = [
    409,
    { error: { ...error, current: { id: "st_gone", state: "withdrawn", version: 2 } } },
  ];
  answers["POST /api/stations/st_gone/reinstate"] = [200, givenDetail({ id: "st_gone", name: "银虹驿站" })];
  await fillIn();
  press("存下来");
  fireEvent.click(await screen.findByRole("button", { name: "恢复这个驿站" }));
  await screen.findByText("✓ 银虹驿站恢复了");
  expect(sent("POST /api/stations/st_gone/reinstate")).toHaveLength(1);
});

it("says that a name is taken by a station in use, and offers to bring nothing back", async () => {
  answers["POST /api/stations"] = [409, refusal("name_taken")];
  await fillIn();
  press("存下来");
  await screen.findByText(/已经有同名的驿站/);
  expect(screen.queryByRole("button", { name: "恢复这个驿站" })).toBeNull();
});

it("says what is missing, and what could not be read", async () => {
  await fillIn();
  fill(/^坐标/, "38.474,106.289");
  screen.getByText("要写成 经度，纬度 两个数，经度在前");
  expect(screen.getByRole("button", { name: "名字、地址、区和坐标要写全" })).toHaveProperty("disabled", true);
  fill(/^几点开门/, "看心情");
  screen.getByText(/没看懂，会照原样写着/);
  fill(/^几点开门/, "");
  screen.getByText(/不写，大家看到的是/);
});

it("shows anybody else the way to sign in", async () => {
  keepSignIn(givenSignedIn("t1", "keeper"));
  render(<NewStationPage />);
  fireEvent.click(await screen.findByRole("button", { name: "去「我的」" }));
  await waitFor(() => expect(Taro.switchTab).toHaveBeenCalledWith({ url: "/pages/me/index" }));
});

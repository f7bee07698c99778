import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import { PhotosCard } from "../../../../../miniapp/src/features/stations/keeper/photos-card.js";
import { pickPhoto } from "../../../../../miniapp/src/platform/pick-photo.h5.js";
import type { PhotoAnswer, StationDetail } from "../../../../../shared/stations/station-answer.js";
import { givenDetail, reply } from "../../../support/given.js";
import { givenPhoto } from "../../../support/given-photo.js";
import { givenSignedIn, refusal } from "../../../support/given-sign-in.js";
import Taro, { newPhone } from "../../../support/taro.js";

vi.mock("../../../../../miniapp/src/platform/pick-photo.h5.js", () => ({ pickPhoto: vi.fn() }));

const onChanged = vi.fn(async () => undefined);

beforeEach(() => {
  cleanup();
  newPhone();
  forgetSignIn();
  keepSignIn(givenSignedIn("the-token", "keeper"));
  for (const call of [Taro.request, Taro.uploadFile, Taro.showModal, vi.mocked(pickPhoto), onChanged]) call.mockReset();
  vi.mocked(pickPhoto).mockResolvedValue("blob:a-photo");
});

const show = (...photos: PhotoAnswer[]) =>
  render(<PhotosCard station={givenDetail({ name: "丽景街驿站", photos })} onChanged={onChanged} />);
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
/** As files are answered: with text. */
const answered = (status: number, body: object) => ({
  ...reply(status, JSON.stringify(body)),
  errMsg: "uploadFile:ok",
});

describe("a photo that a keeper takes", () => {
  it("is sent as what it shows, by who is signed in, and stays in sight until the station has it", async () => {
    let answer: (reply: object) => void = () => undefined;
    Taro.uploadFile.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    show();
    await press("拍一张门牌的照片");
    screen.getByText("正在发，别关掉…");
    expect(screen.getByRole("button", { name: "拍一张门口的照片" })).toHaveProperty("disabled", true);
    expect(Taro.uploadFile.mock.calls[0]?.[0]).toMatchObject({
      url: "/api/stations/st_given/photos?of=sign",
      filePath: "blob:a-photo",
      name: "photo",
      header: { authorization: "Bearer the-token", "x-client-version": "0.0.0", "x-yizhan-client": "page" },
    });
    await act(async () => answer(answered(201, givenDetail())));
    expect(onChanged).toHaveBeenCalledTimes(1);
    expect(screen.queryByText("正在发，别关掉…")).toBeNull();
  });

  it("says what is wrong with it in the server's words, is sent again as it is, or given up", async () => {
    const fields = [{ path: "photo", message: "照片太小，看不清，请重新拍一张" }];
    const refused = { error: { ...refusal("invalid_input").error, fields } };
    Taro.uploadFile.mockResolvedValue(answered(400, refused));
    show();
    await press("拍一张里面的照片");
    screen.getByText("没发成。照片太小，看不清，请重新拍一张");
    await press("再发一次");
    expect(Taro.uploadFile.mock.calls.map(([{ filePath }]) => filePath)).toEqual(["blob:a-photo", "blob:a-photo"]);
    expect(pickPhoto).toHaveBeenCalledTimes(1);
    await press("不发了");
    expect(screen.queryByText(/没发成/)).toBeNull();
    expect(onChanged).not.toHaveBeenCalled();
  });

  it.each([
    [{ errMsg: "uploadFile:fail timeout" }, /网太慢/],
    [{ errMsg: "uploadFile:fail" }, /没连上网/],
  ])("waits to be sent again after %j", async (error, words) => {
    Taro.uploadFile.mockRejectedValue(error);
    show();
    await press("拍一张里面的照片");
    screen.getByText(words);
  });

  it("is sent with a new token when the sign-in has run out meanwhile", async () => {
    Taro.uploadFile.mockResolvedValueOnce(answered(401, refusal("sign_in_expired")));
    Taro.uploadFile.mockResolvedValueOnce(answered(201, givenDetail()));
    Taro.request.mockResolvedValue(reply(200, givenSignedIn("a-new-token", "keeper") satisfies object));
    show();
    await press("拍一张门口的照片");
    expect(Taro.uploadFile.mock.calls.at(-1)?.[0].header.authorization).toBe("Bearer a-new-token");
    expect(onChanged).toHaveBeenCalled();
  });

  it("is none when the person turns away", async () => {
    vi.mocked(pickPhoto).mockResolvedValue(null);
    show();
    await press("拍一张门口的照片");
    expect(Taro.uploadFile).not.toHaveBeenCalled();
  });
});

describe("the photos a station has", () => {
  const image = (name: string) => screen.queryAllByRole("img", { name });

  it("say which of them visitors see, do not see yet, or never will", () => {
    show(givenPhoto(), givenPhoto({ of: "sign", check: "waiting" }), givenPhoto({ of: "inside", check: "refused" }));
    expect(image("丽景街驿站的门口")).toHaveLength(1);
    screen.getByText("✓ 大家看得到");
    screen.getByText("等检查，通过了大家才看得到");
    screen.getByText("没通过检查，请换一张");
    expect(image("丽景街驿站的里面")).toHaveLength(0);
  });

  it("are removed once somebody is sure, and it says so", async () => {
    Taro.showModal.mockResolvedValueOnce({ confirm: false });
    Taro.showModal.mockResolvedValueOnce({ confirm: true });
    Taro.request.mockResolvedValue(reply(200, givenDetail() satisfies StationDetail));
    const photo = givenPhoto();
    show(photo);
    await press("删掉这张门口的照片");
    expect(Taro.request).not.toHaveBeenCalled();
    await press("删掉这张门口的照片");
    expect(Taro.request.mock.calls[0]?.[0]).toMatchObject({
      method: "DELETE",
      url: `/api/stations/st_given/photos/${photo.id}`,
    });
    expect(onChanged).toHaveBeenCalled();
    screen.getByText("删掉了");
  });
});

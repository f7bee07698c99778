import { beforeEach, describe, expect, it, vi } from "vitest";
import { templatesAsked } from "../../../../miniapp/src/features/messages/asked-at.js";
import { reply } from "../../support/given.js";
import { newPhone } from "../../support/taro.js";

const TEMPLATES = { class_reminder_hours: "hours", class_cancelled: "off", wish_ready: "ready" };

async function platform(name: "weapp" | "h5", answer: () => unknown = () => reply(200, { templates: TEMPLATES })) {
  vi.resetModules();
  const { default: phone } = await import("../../support/taro.js");
  phone.request.mockImplementation(async () => answer());
  const ask =
    name === "weapp"
      ? await import("../../../../miniapp/src/features/messages/ask-to-subscribe.weapp.js")
      : await import("../../../../miniapp/src/features/messages/ask-to-subscribe.h5.js");
  return { phone, ...ask };
}

beforeEach(newPhone);

describe("asking for messages in WeChat", () => {
  it("asks within the tap itself, about what is set up", async () => {
    const { phone, prepareToAsk, askToSubscribe } = await platform("weapp");
    await prepareToAsk();
    askToSubscribe("booking");
    // Not after a turn of the loop: WeChat takes that for no tap any more.
    expect(phone.requestSubscribeMessage).toHaveBeenCalledWith({ tmplIds: ["hours", "off"] });
    expect(phone.request).toHaveBeenCalledTimes(1);
    await prepareToAsk();
    expect(phone.request).toHaveBeenCalledTimes(1);
  });

  it("asks nothing before it knows what there is, or where nothing is set up", async () => {
    const nothing = await platform("weapp", () => reply(200, { templates: {} }));
    nothing.askToSubscribe("booking");
    await nothing.prepareToAsk();
    nothing.askToSubscribe("booking");
    expect(nothing.phone.requestSubscribeMessage).not.toHaveBeenCalled();
  });

  it("learns it at the next page when the network was away", async () => {
    let isOnline = false;
    const { phone, prepareToAsk, askToSubscribe } = await platform("weapp", () => {
      if (!isOnline) throw new Error("no network");
      return reply(200, { templates: TEMPLATES });
    });
    await prepareToAsk();
    askToSubscribe("wish");
    expect(phone.requestSubscribeMessage).not.toHaveBeenCalled();
    isOnline = true;
    await prepareToAsk();
    askToSubscribe("wish");
    expect(phone.requestSubscribeMessage).toHaveBeenCalledWith({ tmplIds: ["ready"] });
  });

  it("lets the tap go on, whatever the person or WeChat answers", async () => {
    const { phone, prepareToAsk, askToSubscribe } = await platform("weapp");
    await prepareToAsk();
    phone.requestSubscribeMessage.mockRejectedValueOnce({ errCode: 20004, errMsg: "the main switch is off" });
    expect(askToSubscribe("booking")).toBeUndefined();
    phone.requestSubscribeMessage.mockImplementationOnce(() => {
      throw new TypeError("not a function");
    });
    expect(askToSubscribe("booking")).toBeUndefined();
  });
});

it("asks nothing on the web, where Taro's stand-in would say yes", async () => {
  const { phone, prepareToAsk, askToSubscribe } = await platform("h5");
  await prepareToAsk();
  askToSubscribe("booking");
  expect([phone.request.mock.calls, phone.requestSubscribeMessage.mock.calls]).toEqual([[], []]);
});

describe("what is asked about at a tap", () => {
  it("is three templates at most, the most wanted first, and none twice", () => {
    const all = {
      class_booked: "booked",
      class_reminder_day: "day",
      class_reminder_hours: "hours",
      class_cancelled: "off",
      class_changed: "changed",
      class_waitlist_offered: "offered",
    };
    expect(templatesAsked("booking", all)).toEqual(["hours", "off", "day"]);
    expect(templatesAsked("waitlist", all)).toEqual(["offered", "hours", "off"]);
    expect(templatesAsked("booking", { ...all, class_reminder_day: "hours" })).toEqual(["hours", "off", "changed"]);
    expect(templatesAsked("wish", all)).toEqual([]);
  });
});

it("asks a keeper for what is used up alone, and nothing while that is not known", () => {
  const templates = { keeper_door: "door", keeper_task: "task", keeper_question: "question" };
  expect(templatesAsked("keeper", templates, { keeper_door: 0, keeper_task: 2, keeper_question: 0 })).toEqual([
    "door",
    "question",
  ]);
  expect(templatesAsked("keeper", templates, { keeper_door: 1, keeper_task: 1, keeper_question: 1 })).toEqual([]);
  expect(templatesAsked("keeper", templates)).toEqual([]);
});

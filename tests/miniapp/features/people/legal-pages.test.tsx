import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { dataTypes } from "../../../../miniapp/src/features/people/legal-words.js";
import { LegalLinks } from "../../../../miniapp/src/features/people/me/legal-links.js";
import AgreementPage from "../../../../miniapp/src/visitor/agreement/index.js";
import ComplaintPage from "../../../../miniapp/src/visitor/complaint/index.js";
import PrivacyPage from "../../../../miniapp/src/visitor/privacy/index.js";
import { answerFrom } from "../../support/answers.js";
import Taro, { newPhone } from "../../support/taro.js";

beforeEach(() => {
  cleanup();
  newPhone();
});

it("says of each kind of data what it is for, when it is taken and how long it stays, as the office has set it", async () => {
  answerFrom({ "GET /api/settings": [200, { wishKeptDays: 365, wishConfirmDays: 7 }] });
  render(<PrivacyPage />);
  expect(await screen.findAllByText(/办完 365 天后抹掉/)).toHaveLength(2);
  expect(screen.queryByText(/180 天/)).toBeNull();
  for (const { name, purpose, when, kept } of dataTypes(365)) {
    expect(screen.getByText(name)).toBeTruthy();
    expect(screen.getByText(`做什么：${purpose}`)).toBeTruthy();
    expect(screen.getByText(`什么时候：${when}`)).toBeTruthy();
    expect(screen.getByText(`留多久：${kept}`)).toBeTruthy();
  }
});

it("claims nothing about wishes while it has not heard from the office", () => {
  answerFrom({ "GET /api/settings": "offline" });
  render(<PrivacyPage />);
  expect(screen.getAllByText(/办完以后到日子/)).toHaveLength(2);
});

it("names who is responsible, and whom to call", () => {
  render(<AgreementPage />);
  expect(screen.getByText(/由本小程序的运营单位\(名称见小程序的资料页\)提供/)).toBeTruthy();
  expect(screen.getByText(/拨打 12351/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "投诉与反馈" }));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/complaint/index" });
});

it("has a way on for each complaint", () => {
  render(<ComplaintPage />);
  fireEvent.click(screen.getByRole("button", { name: "去找这个驿站" }));
  expect(Taro.switchTab).toHaveBeenCalledWith({ url: "/pages/nearby/index" });
  fireEvent.click(screen.getByRole("button", { name: "打电话 12351" }));
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: "12351" });
  fireEvent.click(screen.getByRole("button", { name: "看隐私政策" }));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/visitor/privacy/index" });
});

it.each([
  ["投诉与反馈", "complaint"],
  ["隐私政策", "privacy"],
  ["用户协议", "agreement"],
])("is found in 我的：%s", (title, page) => {
  render(<LegalLinks />);
  fireEvent.click(screen.getByRole("button", { name: new RegExp(title) }));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/visitor/${page}/index` });
});

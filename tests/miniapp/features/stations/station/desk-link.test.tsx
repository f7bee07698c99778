import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { forgetSignIn, keepSignIn } from "../../../../../miniapp/src/features/people/sign-in.js";
import { DeskLink } from "../../../../../miniapp/src/features/stations/station/desk-link.js";
import type { Account } from "../../../../../shared/people/user.js";
import { givenDetail } from "../../../support/given.js";
import { givenSignedIn } from "../../../support/given-sign-in.js";
import Taro, { newPhone } from "../../../support/taro.js";

beforeEach(() => {
  cleanup();
  newPhone();
  act(forgetSignIn);
});

const link = () => screen.queryByRole("button", { name: /管这个站/ });
const signInAs = (user: Partial<Account>) => {
  const signedIn = givenSignedIn("token", ...(user.roles ?? []));
  act(() => keepSignIn({ ...signedIn, user: { ...signedIn.user, ...user } }));
};

it.each<[string, Partial<Account>, boolean]>([
  ["its keeper", { roles: ["keeper"], stationIds: ["st_given"] }, true],
  ["an officer who reaches it", { roles: ["officer"], reach: ["6401"] }, true],
  ["the keeper of another", { roles: ["keeper"], stationIds: ["st_other"] }, false],
  ["an officer of another district", { roles: ["officer"], reach: ["41"] }, false],
  ["a worker", { roles: ["worker"] }, false],
])("leads %s to the desk, or not at all", (_, user, isShown) => {
  signInAs(user);
  render(<DeskLink station={givenDetail()} />);
  const button = link();
  expect(button !== null).toBe(isShown);
  if (button === null) return;
  fireEvent.click(button);
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: "/keeper/station/index?id=st_given" });
});

it("shows strangers nothing", () => {
  render(<DeskLink station={givenDetail()} />);
  expect(link()).toBeNull();
});

import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";

const ORIGIN = { source: "place", name: "长城街", point: { latitude: 38.47, longitude: 106.28 } } as const;

/** The form, and what happens in which order: WeChat's box opens within the tap alone. */
async function openForm(canBeTold: boolean) {
  vi.resetModules();
  const happened: string[] = [];
  vi.doMock("../../../../miniapp/src/features/messages/ask-to-subscribe", () => ({
    prepareToAsk: async () => undefined,
    canBeTold: () => canBeTold,
    askToBeTold: async () => {
      happened.push("asked");
      throw new Error("the main switch is off");
    },
  }));
  const { answerFrom } = await import("../../support/answers.js");
  answerFrom({ "POST /api/missing-stations": [201, { id: "ms_12345678", people: 1 }] });
  const { MissingForm } = await import("../../../../miniapp/src/features/missing-stations/missing-form.js");
  render(<MissingForm origin={ORIGIN} onSaid={async () => void happened.push("said")} />);
  return happened;
}

it.each([
  [true, ["asked", "said"]],
  [false, ["said"]],
])("asks in the tap whether a message may say what comes of it, where one can be told: %s", async (can, expected) => {
  const happened = await openForm(can);
  fireEvent.click(screen.getAllByText("说一声：这里该有个站").at(-1) as HTMLElement);
  expect(happened).toEqual(can ? ["asked"] : []);
  await waitFor(() => expect(happened).toEqual(expected));
});

import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Field } from "../../../miniapp/src/ui/field.weapp.js";
import { SentencesField } from "../../../miniapp/src/ui/sentences-field.weapp.js";

it("names in WeChat what is to be filled in, of every kind, for a screen reader", () => {
  const nothing = () => undefined;
  render(
    <>
      <Field label="怎么称呼" type="text" value="" onChange={nothing} />
      <Field label="再说几句" type="words" value="" onChange={nothing} />
      <Field label="哪天" type="date" value="2026-12-03" onChange={nothing} />
      <Field label="几点" type="time" value="" onChange={nothing} />
      <SentencesField label="想要什么" value="" onChange={nothing} maxLength={10} />
    </>,
  );
  for (const name of ["怎么称呼", "再说几句", "想要什么"]) expect(screen.getByLabelText(name)).toBeTruthy();
  for (const name of ["哪天，2026-12-03", "几点，还没选"]) expect(screen.getByRole("button", { name })).toBeTruthy();
});

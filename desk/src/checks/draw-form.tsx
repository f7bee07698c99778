import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Checkbox, Input, InputNumber } from "antd";
import { useState } from "react";
import { MOST_VISITS } from "../../../shared/checks/most-visits";
import { beijingDate, beijingDayNumber } from "../../../shared/common/time";
import { callApi } from "../http/api";
import { failureWords } from "../http/failure";
import { currentSignIn } from "../http/sign-in";
import { ROUNDS_KEY, useRounds } from "./use-rounds";

const DAYTIME = [9, 11, 13, 15, 17, 19, 21];

/** What is drawn from, how many, on which days and hours. A seed is drawn unless one is written. */
export function DrawForm() {
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { data } = useRounds();
  // A computer's clock may be wrong; until the server's is known nothing is drawn.
  const today = data === undefined ? null : beijingDayNumber(Date.parse(data.asOf));
  const [area, setArea] = useState(currentSignIn()?.user.reach[0] ?? "");
  const [size, setSize] = useState(30);
  const [chosenFrom, setFrom] = useState<string | null>(null);
  const [chosenTo, setTo] = useState<string | null>(null);
  const from = chosenFrom ?? (today === null ? "" : beijingDate(today));
  const to = chosenTo ?? (today === null ? "" : beijingDate(today + 6));
  const [hours, setHours] = useState<number[]>(DAYTIME);
  const [seed, setSeed] = useState("");
  const [isDrawing, setDrawing] = useState(false);
  const draw = async () => {
    setDrawing(true);
    try {
      const withSeed = seed.trim() === "" ? {} : { seed: Number(seed) };
      const { code } = await callApi("POST /checks/rounds", { area, size, from, to, hours, ...withSeed });
      message.success(`抽好了，检查码 ${code}`);
      await queries.invalidateQueries({ queryKey: [ROUNDS_KEY] });
    } catch (error) {
      message.error(failureWords(error));
    }
    setDrawing(false);
  };
  return (
    <form
      className="draw-form"
      onSubmit={(event) => {
        event.preventDefault();
        void draw();
      }}
    >
      <label htmlFor="draw-area">
        范围(区划代码)
        <Input id="draw-area" value={area} onChange={({ target }) => setArea(target.value.trim())} placeholder="4101" />
      </label>
      <label htmlFor="draw-size">
        抽几个门
        <InputNumber id="draw-size" min={1} max={MOST_VISITS} value={size} onChange={(value) => setSize(value ?? 1)} />
      </label>
      <label htmlFor="draw-from">
        从
        <Input id="draw-from" type="date" value={from} onChange={({ target }) => setFrom(target.value)} />
      </label>
      <label htmlFor="draw-to">
        到
        <Input id="draw-to" type="date" value={to} onChange={({ target }) => setTo(target.value)} />
      </label>
      <label htmlFor="draw-seed">
        种子(可以不写)
        <Input
          id="draw-seed"
          value={seed}
          inputMode="numeric"
          onChange={({ target }) => setSeed(target.value.replace(/\D/g, ""))}
        />
      </label>
      <fieldset>
        <legend>几点去</legend>
        <Checkbox.Group
          value={hours}
          onChange={(chosen) => setHours(chosen.map(Number))}
          options={Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${hour} 点` }))}
        />
      </fieldset>
      <Button
        type="primary"
        htmlType="submit"
        loading={isDrawing}
        disabled={hours.length === 0 || from === "" || to === ""}
      >
        抽 {size} 个
      </Button>
    </form>
  );
}

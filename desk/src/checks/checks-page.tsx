import { Figures } from "./check-figures";
import { DrawForm } from "./draw-form";
import { Rounds } from "./rounds";

/** 暗访: draw doors, hand out a code, and read how often doors were open when they were said to be. */
export function ChecksPage() {
  return (
    <div className="page">
      <h1>暗访</h1>
      <p>随机抽一批门，请志愿者或干部到门口先说开没开，再看我们说的对不对。自己管的站不能自己查。</p>
      <DrawForm />
      <Rounds />
      <Figures />
    </div>
  );
}

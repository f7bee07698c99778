import { View } from "@tarojs/components";
import { useCallback } from "react";
import { SLIP_CODE_LENGTH } from "../../../../../shared/people/short-code";
import type { SubmittedWish } from "../../../../../shared/wishes/wish-answer";
import { wishNumber } from "../../../../../shared/wishes/wish-number";
import { callApi } from "../../../http/call-api";
import { useLoadable } from "../../../http/use-loadable";
import { goBack } from "../../../navigation/pages";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { Message } from "../../../ui/message";
import { Pressable } from "../../../ui/pressable";
import { QrCode } from "../../../ui/qr-code";
import { PrintSlip } from "../print-slip";
import { CallRightsLine, RightsHelp } from "../rights-help";
import { slipAddress } from "../slip-address";
import "./paper-slip.scss";

export type TakenWish = SubmittedWish & Pick<PaperSlipProps, "categoryLabel" | "station">;

interface TakenSlipProps {
  taken: TakenWish;
  onNext: () => void;
}

/** A wish for somebody else was taken: their slip, and what to do with it. */
export function TakenSlip({ taken: { id, state, slipCode, categoryLabel, station }, onNext }: TakenSlipProps) {
  if (slipCode === undefined) return <Message title="✓ 许好了" advice="办到哪一步，在心愿里看" />;
  return (
    <>
      <PaperSlip id={id} slipCode={slipCode} categoryLabel={categoryLabel} station={station} />
      {state === "referred" ? (
        <View className="card slip-actions">
          <RightsHelp />
          <CallRightsLine className="button-main" />
        </View>
      ) : null}
      <View className="slip-actions">
        <PrintSlip />
        <View className="secondary">弄丢了也不怕：在心愿里点开这一个，可以重开一张。</View>
        <Pressable className="button button-plain" onPress={onNext}>
          再帮一个人许
        </Pressable>
        <Pressable className="button button-quiet" onPress={goBack}>
          好了
        </Pressable>
      </View>
    </>
  );
}

interface PaperSlipProps {
  id: string;
  slipCode: string;
  categoryLabel: string;
  /** Where it is collected; its telephone is asked for. */
  station: { id: string; name: string };
}

/** What somebody without a phone takes home: a code to ask after their wish, at any station or with any phone. */
export function PaperSlip({ id, slipCode, categoryLabel, station }: PaperSlipProps) {
  const load = useCallback(() => callApi("GET /stations/:id", { id: station.id }), [station.id]);
  const [detail] = useLoadable(load);
  const phone = detail.status === "ready" ? detail.value.phone : null;
  const groups = slipCode.match(/.{1,4}/g) ?? [];
  return (
    <View className="card slip-paper">
      <Heading level={1} className="answer-name">
        微心愿纸条 · {categoryLabel}
      </Heading>
      <QrCode text={slipAddress(slipCode)} label="查心愿的二维码" />
      <View className="slip-letters" {...accessible({ role: "img", label: `纸条上的码 ${[...slipCode].join(" ")}` })}>
        {groups.join(" ")}
      </View>
      <View>编号 {wishNumber(id)}</View>
      <View>
        {station.name}
        {phone === null ? "" : `，电话 ${phone}`}
      </View>
      <View>请任何一位站长帮忙查，或者用手机扫上面的码。</View>
      <View className="secondary">{SLIP_CODE_LENGTH} 个字。收好，别给别人：拿东西也凭它。</View>
    </View>
  );
}

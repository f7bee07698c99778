import Taro, { useRouter } from "@tarojs/taro";
import { useEffect, useState } from "react";
import { prepareToAsk } from "../../features/messages/ask-to-subscribe";
import { TakenSlip, type TakenWish } from "../../features/wishes/make-wish/paper-slip";
import { WishForm } from "../../features/wishes/make-wish/wish-form";
import { PageFrame } from "../../ui/page-frame";
import "./index.scss";

/** A wish in under a minute: what, one sentence, where to collect it, how to be reached. */
export default function MakeWishPage() {
  const forOther = useRouter().params.for === "other";
  const [taken, setTaken] = useState<TakenWish | null>(null);
  useEffect(() => {
    void prepareToAsk();
    if (forOther) void Taro.setNavigationBarTitle({ title: "帮别人许愿" });
  }, [forOther]);
  return (
    <PageFrame className="make-wish">
      {taken === null ? (
        <WishForm forOther={forOther} onTaken={setTaken} />
      ) : (
        <TakenSlip taken={taken} onNext={() => setTaken(null)} />
      )}
    </PageFrame>
  );
}

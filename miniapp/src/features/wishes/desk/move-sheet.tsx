import { View } from "@tarojs/components";
import { useState } from "react";
import type { MovedWish, WishView } from "../../../../../shared/wishes/wish-answer";
import { useAwaitedWrite } from "../../../queue/use-awaited-write";
import { Pressable } from "../../../ui/pressable";
import { Sheet } from "../../../ui/sheet";
import { MoveFailure } from "../move-failure";
import { AskedField } from "./asked-field";
import { DESK_FORMS, type DeskDraft, type DeskMove, inputOf } from "./desk-moves";

interface MoveSheetProps {
  wish: WishView;
  move: DeskMove;
  onMoved: (answer: MovedWish) => Promise<void>;
  onClose: () => void;
}

/** One move with what it asks for, from the version that is on screen. */
export function MoveSheet({ wish, move, onMoved, onClose }: MoveSheetProps) {
  const { name, about, asks, reasons = [] } = DESK_FORMS[move];
  const [draft, setDraft] = useState<DeskDraft>({ card: wish.card ?? "", cost: costText(wish) });
  const [task, send] = useAwaitedWrite<`POST /wishes/:id/${DeskMove}`>(`POST /wishes/:id/${move}`, onMoved);
  const input = inputOf(move, draft);
  return (
    <Sheet title={name} onClose={onClose} awayLabel="先不办">
      <View className="sheet-text">{about}</View>
      <View className="form">
        {asks.map((asked) => (
          <AskedField
            key={asked}
            asked={asked}
            wish={wish}
            reasons={reasons}
            value={draft[asked] ?? ""}
            onChange={(value) => setDraft({ ...draft, [asked]: value })}
          />
        ))}
      </View>
      <Pressable
        className="button button-main"
        disabled={input === null || task.status === "running"}
        onPress={() => input !== null && send({ id: wish.id, version: wish.version, ...input })}
      >
        {task.status === "running" ? "正在办…" : `确定${name}`}
      </Pressable>
      <MoveFailure task={task} />
    </Sheet>
  );
}

function costText({ costYuan }: WishView): string {
  return costYuan === null ? "" : String(costYuan);
}

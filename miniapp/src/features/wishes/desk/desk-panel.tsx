import { View } from "@tarojs/components";
import { useState } from "react";
import type { MovedWish, WishView } from "../../../../../shared/wishes/wish-answer";
import { accessible } from "../../../ui/accessible";
import { Heading } from "../../../ui/heading";
import { Pressable } from "../../../ui/pressable";
import { DESK_FORMS, type DeskMove } from "./desk-moves";
import { MoveSheet } from "./move-sheet";

/** The step that leads on comes first, and is the main one. */
const IN_ORDER: readonly DeskMove[] = [
  "approve",
  "claim",
  "ready",
  "deliver",
  "ask",
  "refer",
  "reject",
  "release",
  "unfulfillable",
];
const LEADING: ReadonlySet<DeskMove> = new Set(["approve", "claim", "ready", "deliver"]);

interface DeskPanelProps {
  wish: WishView;
  onMoved: () => Promise<void>;
}

/** What this officer can do with the wish now, by the table of moves. */
export function DeskPanel({ wish, onMoved }: DeskPanelProps) {
  const [open, setOpen] = useState<DeskMove | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const moves = IN_ORDER.filter((move) => wish.moves.includes(move));
  const moved = async ({ warnings }: MovedWish) => {
    setOpen(null);
    setTold(warnings.includes("over_soft_cap") ? "办好了。钱数比一般的心愿多，想想有没有便宜些的办法。" : "✓ 办好了");
    await onMoved();
  };
  return (
    <>
      {moves.length === 0 ? null : (
        <Heading level={2} className="section-title">
          怎么办
        </Heading>
      )}
      {told === null ? null : (
        <View className="desk-told" {...accessible({ role: "status", live: true })}>
          {told}
        </View>
      )}
      <View className="desk-moves">
        {moves.map((move) => (
          <Pressable
            key={move}
            className={`button ${LEADING.has(move) ? "button-main" : "button-plain"}`}
            onPress={() => setOpen(move)}
          >
            {DESK_FORMS[move].name}
          </Pressable>
        ))}
      </View>
      {open === null ? null : (
        <MoveSheet
          key={open}
          wish={wish}
          move={open}
          onMoved={moved}
          onClose={() => {
            setOpen(null);
            // Somebody else may have been faster: what is shown is then not what is.
            void onMoved();
          }}
        />
      )}
    </>
  );
}

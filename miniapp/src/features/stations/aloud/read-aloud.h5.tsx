import { useLatePart } from "../../../ui/late-part.h5";
import type { ReadAloudProps } from "./read-aloud-button";

const loadButton = () => import("./read-aloud-button").then(({ ReadAloudButton }) => ReadAloudButton);

/** 念出来, fetched when there is a card to read: the first list does not wait for it. */
export function ReadAloud(props: ReadAloudProps) {
  const { Part: Button } = useLatePart(loadButton);
  return Button === null ? null : <Button {...props} />;
}

import { Pressable } from "../ui/pressable";

/** The browser prints the slip alone: what else is on the page is left out by the style sheet. */
export function PrintButton() {
  return (
    <Pressable className="button button-main" onPress={() => window.print()}>
      打印纸条
    </Pressable>
  );
}

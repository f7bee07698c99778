import { Pressable } from "../ui/pressable";

interface PrintButtonProps {
  what: string;
  /** Said in WeChat, which prints nothing. */
  instead: string;
}

/** The browser prints what is for paper alone: what else is on the page is left out by the style sheet. */
export function PrintButton({ what }: PrintButtonProps) {
  return (
    <Pressable className="button button-main" onPress={() => window.print()}>
      打印{what}
    </Pressable>
  );
}

import { View } from "@tarojs/components";

interface PrintButtonProps {
  what: string;
  instead: string;
}

/** WeChat prints nothing: what to do instead. */
export function PrintButton({ instead }: PrintButtonProps) {
  return <View>{instead}</View>;
}

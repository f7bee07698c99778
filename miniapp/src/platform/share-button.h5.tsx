import Taro from "@tarojs/taro";
import { Pressable } from "../ui/pressable";
import { copyText } from "./settings/copy-text";

interface ShareButtonProps {
  name: string;
  /** The page that the link opens, from `/` on. */
  page: string;
}

/** On the web the link itself is handed on. */
export function ShareButton({ name, page }: ShareButtonProps) {
  const share = async () => {
    const link = `${window.location.origin}${window.location.pathname}#${page}`;
    const copied = await copyText(`${name} ${link}`);
    await Taro.showToast({ title: copied ? "链接复制好了，去微信里粘贴" : "没复制成，请复制地址栏", icon: "none" });
  };
  return (
    <Pressable className="button button-plain share" label={`复制${name}的链接，告诉工友`} onPress={() => void share()}>
      告诉工友
    </Pressable>
  );
}

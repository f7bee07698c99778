import Taro from "@tarojs/taro";
import { onUncaught } from "./on-uncaught";
import { tellOfError } from "./tell-of-error";

/**
 * Tells of everything that nobody caught, and leads home from a page that there is not. Once, before anything is
 * drawn.
 */
export function watchErrors(): void {
  onUncaught(tellOfError);
  // As a method of the app it would be called only once the first page is drawn, of which there is none then.
  Taro.onPageNotFound(({ path }) => {
    tellOfError("page_not_found", `no page ${String(path).split("?")[0]}`);
    void Taro.switchTab({ url: "/pages/nearby/index" });
  });
}

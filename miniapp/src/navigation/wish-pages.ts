import Taro from "@tarojs/taro";

const open = (page: string, id: string) => void Taro.navigateTo({ url: `${page}?id=${encodeURIComponent(id)}` });

export function openWishes(): void {
  void Taro.switchTab({ url: "/pages/wishes/index" });
}

export function openWishForm(): void {
  void Taro.navigateTo({ url: "/visitor/make-wish/index" });
}

export function openWish(wishId: string): void {
  open("/visitor/wish/index", wishId);
}

/** To ask after a wish with the code of a printed slip. */
export function openSlip(): void {
  void Taro.navigateTo({ url: "/visitor/slip/index" });
}

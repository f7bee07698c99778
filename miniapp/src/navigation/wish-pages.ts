import Taro from "@tarojs/taro";
import { openPage, openTab } from "./go";

const open = (page: string, id: string) => openPage(`${page}?id=${encodeURIComponent(id)}`);

export function openWishes(): void {
  openTab("/pages/wishes/index");
}

/** Back to 心愿, from where the form is opened; a page that was opened by a link has nothing behind it. */
export function backToWishes(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openWishes();
}

export function openWishForm(): void {
  openPage("/visitor/make-wish/index");
}

export function openWish(wishId: string): void {
  open("/visitor/wish/index", wishId);
}

/** To change what a wish says, as long as nobody has claimed it. */
export function openWishEdit(wishId: string): void {
  open("/visitor/edit-wish/index", wishId);
}

/** To ask after a wish with the code of a printed slip. */
export function openSlip(): void {
  openPage("/visitor/slip/index");
}

/** For keepers and officers: a wish for somebody without a phone. */
export function openWishFormForOther(): void {
  openPage("/visitor/make-wish/index?for=other");
}

/** For keepers and officers: what waits to be collected. */
export function openHandovers(): void {
  openPage("/keeper/wishes/index");
}

/**
 * For officers: what there is to do.
 *
 * @param filter as the figures name it, `month=2026-11&figure=overdue`; empty: all that is open
 */
export function openOpenWishes(filter: string): void {
  openPage(`/union/wishes/index${filter === "" ? "" : `?${filter}`}`);
}

/** For officers: one wish, to decide on and to handle. */
export function openWishDesk(wishId: string): void {
  open("/union/wish/index", wishId);
}

/** For officers: the figures they report. */
export function openWishFigures(): void {
  openPage("/union/wish-figures/index");
}

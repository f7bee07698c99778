import { useShareAppMessage, useShareTimeline } from "@tarojs/taro";

interface SharedPage {
  /** What the card says: it stands alone, so it says what is to be found behind it. */
  title: string;
  /** The page from `/` on, without its query. */
  page: string;
  /** The station, class or wall of the page; none for a tab. */
  id?: string;
}

/**
 * A page that can be forwarded to people and groups and put on the timeline. The page's configuration needs
 * `enableShareAppMessage` and `enableShareTimeline` beside it.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/share-timeline.html
 */
export function useSharing({ title, page, id }: SharedPage): void {
  const query = id === undefined ? "" : `id=${encodeURIComponent(id)}`;
  useShareAppMessage(() => ({ title, path: query === "" ? page : `${page}?${query}` }));
  useShareTimeline(() => ({ title, query }));
}

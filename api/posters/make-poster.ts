import { encode } from "uqr";
import type { Station } from "../../shared/stations/station.js";
import type { MiniProgramCode } from "../wechat/mini-program-code.js";
import type { PosterContent } from "./poster-layout.js";

export type PosterFormat = "pdf" | "png";

/** The page of a station in the mini-program. */
export const STATION_PAGE = "visitor/station/index";

/**
 * The address of a station's page, as a QR code holds it. The part before `#` is what WeChat compares with the rules of
 * 扫普通链接二维码打开小程序; the part behind it opens the page in a browser.
 */
export function stationLink(origin: string, stationId: string): string {
  return `${origin}/?station=${stationId}#/${STATION_PAGE}?id=${stationId}`;
}

/**
 * The printed poster of a station. What draws is loaded with the first poster: most requests never need it.
 *
 * @param miniProgramCode null: the link as a QR code
 */
export async function makePoster(
  station: Station,
  link: string,
  format: PosterFormat,
  miniProgramCode: MiniProgramCode | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const [{ poster }, { measureText }] = await Promise.all([import("./poster-layout.js"), import("./poster-fonts.js")]);
  const shapes = poster({ station, link, code: miniProgramCode ?? qrSquares(link) }, measureText);
  if (format === "png") return (await import("./draw-poster-png.js")).drawPosterPng(shapes);
  const { drawPosterPdf } = await import("./draw-poster-pdf.js");
  return drawPosterPdf([shapes], { title: `${station.name} 海报`, changedAt: new Date(station.updatedAt) });
}

/** A station of a batch of posters. */
export interface BatchPage {
  station: Station;
  link: string;
  miniProgramCode: MiniProgramCode | null;
}

/** The posters of several stations as one PDF, a page each. */
export async function makePosterBatch(stations: readonly BatchPage[]): Promise<Uint8Array<ArrayBuffer>> {
  const [{ poster }, { measureText }, { drawPosterPdf }] = await Promise.all([
    import("./poster-layout.js"),
    import("./poster-fonts.js"),
    import("./draw-poster-pdf.js"),
  ]);
  const pages = stations.map(({ station, link, miniProgramCode }) =>
    poster({ station, link, code: miniProgramCode ?? qrSquares(link) }, measureText),
  );
  const changedAt = new Date(Math.max(0, ...stations.map(({ station }) => station.updatedAt)));
  return drawPosterPdf(pages, { title: "驿站海报", changedAt });
}

/** Level M: read even when 15 % of it is dirty or torn. */
function qrSquares(text: string): PosterContent["code"] {
  return { rows: encode(text, { ecc: "M", border: 0 }).data };
}

import { drawPosterPdf } from "../posters/draw-poster-pdf.js";
import { drawPosterPng } from "../posters/draw-poster-png.js";
import { measureText } from "../posters/poster-fonts.js";
import { type HolidayListContent, type HolidayNoticeContent, listShapes, noticeShapes } from "./holiday-layout.js";

/** The paper for a station's door, A4. */
export function holidayNoticePdf(content: HolidayNoticeContent): Promise<Uint8Array<ArrayBuffer>> {
  return drawPosterPdf([noticeShapes(content, measureText)], {
    title: `${content.station.name} ${content.holiday.name}`,
    changedAt: new Date(content.changedAt),
  });
}

/** The list of a city, as a picture as tall as the list. */
export function holidayListPng(content: HolidayListContent): Uint8Array<ArrayBuffer> {
  const { shapes, page } = listShapes(content, measureText);
  return drawPosterPng(shapes, page);
}

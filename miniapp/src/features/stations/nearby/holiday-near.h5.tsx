import { useLatePart } from "../../../ui/late-part.h5";
import type { HolidayNearProps } from "./holiday-notice";

const loadNotice = () => import("./holiday-notice").then(({ HolidayNotice }) => HolidayNotice);

/**
 * The holiday's notice, fetched after the list with the calendar that it needs. Without network the list does
 * without.
 */
export function HolidayNear(props: HolidayNearProps) {
  const { Part: Drawn } = useLatePart(loadNotice);
  return Drawn === null ? null : <Drawn {...props} />;
}

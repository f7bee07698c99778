export { HolidayNotice as HolidayNear } from "./holiday-notice";

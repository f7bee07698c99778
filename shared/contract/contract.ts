import { appealsContract } from "./appeals.js";
import { auditContract } from "./audit.js";
import { boardContract } from "./board.js";
import { changesContract } from "./changes.js";
import { checkContract } from "./checks.js";
import { circleContract } from "./circle.js";
import { bookingContract, ownBookingContract, rosterContract, timetableContract } from "./classes.js";
import {
  attendanceContract,
  calendarContract,
  courseContract,
  courseTableContract,
  hallContract,
  sessionContract,
} from "./courses.js";
import { demandContract } from "./demand.js";
import { demoContract } from "./demo.js";
import { deskContract } from "./desk.js";
import type { Contract } from "./endpoint.js";
import { groupContract } from "./groups.js";
import { holidayContract } from "./holidays.js";
import { longWorkContract } from "./long-work.js";
import { messagesContract } from "./messages.js";
import { missingStationContract } from "./missing-stations.js";
import { monthReportContract } from "./month-reports.js";
import { openDataContract, parcelContract } from "./open-data.js";
import { clientErrorContract, healthContract, jobContract, settingsContract, wechatPushContract } from "./operation.js";
import { packsContract } from "./packs.js";
import { accountContract, roleContract, signInContract } from "./people.js";
import { photoContract, waitingPhotoContract } from "./photos.js";
import { posterBatchContract, posterContract } from "./posters.js";
import { publicListContract } from "./public-lists.js";
import { scenarioContract } from "./scenarios.js";
import { stationImportContract } from "./station-import.js";
import { keepingContract } from "./station-keeping.js";
import { districtContract, stationContract } from "./stations.js";
import { newReportContract, ownReportContract, taskContract } from "./trust.js";
import { uniformityContract } from "./uniformity.js";
import { wantedClassContract } from "./wanted-classes.js";
import { openWishesContract, wishContract, wishMoveContract } from "./wishes.js";

/** Every endpoint of the API. The server builds its routes from the parts; this is for tests, and for types. */
export const CONTRACT = {
  ...accountContract,
  ...appealsContract,
  ...attendanceContract,
  ...auditContract,
  ...boardContract,
  ...bookingContract,
  ...checkContract,
  ...circleContract,
  ...calendarContract,
  ...changesContract,
  ...clientErrorContract,
  ...courseContract,
  ...courseTableContract,
  ...demandContract,
  ...demoContract,
  ...deskContract,
  ...districtContract,
  ...groupContract,
  ...hallContract,
  ...healthContract,
  ...holidayContract,
  ...jobContract,
  ...keepingContract,
  ...longWorkContract,
  ...messagesContract,
  ...missingStationContract,
  ...monthReportContract,
  ...newReportContract,
  ...ownBookingContract,
  ...ownReportContract,
  ...openDataContract,
  ...packsContract,
  ...parcelContract,
  ...photoContract,
  ...posterContract,
  ...posterBatchContract,
  ...publicListContract,
  ...roleContract,
  ...rosterContract,
  ...scenarioContract,
  ...sessionContract,
  ...settingsContract,
  ...signInContract,
  ...stationContract,
  ...stationImportContract,
  ...taskContract,
  ...timetableContract,
  ...uniformityContract,
  ...waitingPhotoContract,
  ...wantedClassContract,
  ...wechatPushContract,
  ...wishContract,
  ...wishMoveContract,
  ...openWishesContract,
} as const satisfies Contract;

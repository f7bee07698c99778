import { CLASS_STAFF_SCREENS } from "../support/class-staff-screens.js";
import { lookAtScreens } from "../support/look-at-screens.js";

lookAtScreens(CLASS_STAFF_SCREENS);

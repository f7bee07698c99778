import { lookAtScreens } from "../support/look-at-screens.js";
import { RUNNING_SCREENS } from "../support/running-screens.js";

lookAtScreens(RUNNING_SCREENS);

import { DESK_SCREENS } from "../support/desk-screens.js";
import { lookAtScreens } from "../support/look-at-screens.js";

lookAtScreens(DESK_SCREENS);

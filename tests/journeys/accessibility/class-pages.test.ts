import { CLASS_SCREENS } from "../support/class-screens.js";
import { lookAtScreens } from "../support/look-at-screens.js";

lookAtScreens(CLASS_SCREENS);

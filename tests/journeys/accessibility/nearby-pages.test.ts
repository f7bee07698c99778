import { lookAtScreens } from "../support/look-at-screens.js";
import { SCREENS } from "../support/screens.js";

lookAtScreens(SCREENS);

import { lookAtScreens } from "../support/look-at-screens.js";
import { WISH_SCREENS } from "../support/wish-screens.js";

lookAtScreens(WISH_SCREENS);

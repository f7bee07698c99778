import { lookAtScreens } from "../support/look-at-screens.js";
import { PHOTO_SCREENS } from "../support/photo-screens.js";

lookAtScreens(PHOTO_SCREENS);

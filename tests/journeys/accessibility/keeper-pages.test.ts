import { KEEPER_SCREENS } from "../support/keeper-screens.js";
import { lookAtScreens } from "../support/look-at-screens.js";

lookAtScreens(KEEPER_SCREENS);

import { mergeInternalComponents } from "@tarojs/shared";
import aria from "../../../config/aria-attributes.json";

// Taro numbers the attributes of a component, in its templates (config/weapp-plugin.ts) and at run time: both need
// the same list, or every attribute after the first missing one lands on its neighbour.
mergeInternalComponents(Object.fromEntries(aria.components.map((name) => [name, aria.attributes])));

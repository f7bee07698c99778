import type { Dependencies } from "../dependencies.js";
import { seedDemoClasses } from "./seed-demo-classes.js";
import { seedDemoStations } from "./seed-demo-stations.js";
import { seedDemoWishes } from "./seed-demo-wishes.js";

/** Puts the examples of every feature into stores that are empty. */
export async function seedDemo(deps: Dependencies): Promise<void> {
  await seedDemoStations(deps);
  await seedDemoClasses(deps);
  await seedDemoWishes(deps);
}

import { HallClassesView } from "../../features/classes/hall-classes";

/** For keepers and officers: the classes of this week at their halls. */
export default function HallClassesPage() {
  return <HallClassesView />;
}

export { ReadAloudButton as ReadAloud } from "./read-aloud-button";

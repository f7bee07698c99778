// In development and in tests the worker is compiled as it is loaded. Hooks of the thread that starts another do not reach it.
import { register } from "tsx/esm/api";

register();
const { default: work } = await import("./worker.js");

export default work;

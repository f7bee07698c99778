export { tell as tellOfError } from "./client-errors";

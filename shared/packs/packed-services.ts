import { hoursCode, hoursOfCode } from "../stations/nearest/hours-code.js";
import type { TimedService } from "../stations/services/timed-service.js";

type ServiceCode = [name: string, hours: string, note: string | null];
export type PackedService = Pick<TimedService, "name" | "hours" | "note">;

/**
 * Timed services as a short text; null: there are none. What the hours looked like and who confirmed them is left
 * out.
 */
export function servicesCode(services: readonly PackedService[]): string | null {
  if (services.length === 0) return null;
  return JSON.stringify(services.map(({ name, hours, note }): ServiceCode => [name, hoursCode(hours), note]));
}

/** The services of a text that {@link servicesCode} made. */
export function servicesOfCode(text: string | null): PackedService[] {
  const codes: ServiceCode[] = text === null ? [] : JSON.parse(text);
  return codes.map(([name, hours, note]) => ({ name, hours: hoursOfCode(hours), note }));
}

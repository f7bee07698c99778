import { z } from "zod";
import { beijingDate, beijingDayNumber, beijingMinuteOfDay, type EpochMs } from "../common/time.js";
import {
  isCountedKind,
  MESSAGE_KINDS,
  type MessageField,
  type MessageKind,
  type MessageValues,
} from "./message-kind.js";

const FIELD_TYPES = ["thing", "phrase", "name", "character_string", "number", "time", "date"] as const;
type FieldType = (typeof FIELD_TYPES)[number];

/** A field of a template as WeChat's console shows it: `thing1`, `time2`. */
const TemplateKey = z
  .string()
  .regex(new RegExp(`^(?:${FIELD_TYPES.join("|")})\\d{1,2}$`), `must be a field such as thing1, of ${FIELD_TYPES}`);

const MessageTemplate = z.strictObject({
  /** As in the console, where it is called 模板 ID. */
  id: z.string().min(1),
  /** Which of our words stands in which of its fields. */
  fields: z.record(z.string(), TemplateKey),
});

/** The templates of an installation, by kind of message; a kind without one is not sent. */
export const MessageTemplates = z
  .partialRecord(z.enum(Object.keys(MESSAGE_KINDS) as [MessageKind, ...MessageKind[]]), MessageTemplate)
  .superRefine((templates, context) => {
    for (const [kind, template] of Object.entries(templates)) {
      const words: readonly string[] = MESSAGE_KINDS[kind as MessageKind];
      for (const [field, key] of Object.entries(template.fields)) {
        const path = [kind, "fields", field];
        if (!words.includes(field)) context.addIssue({ code: "custom", path, message: `is not among ${words}` });
        else if (isTimeType(typeOf(key)) && field !== "time") {
          context.addIssue({ code: "custom", path, message: `${key} takes a time` });
        }
      }
    }
    const others = Object.entries(templates).filter(([kind]) => !isCountedKind(kind as MessageKind));
    for (const [kind, { id }] of Object.entries(templates)) {
      const shared = isCountedKind(kind as MessageKind) && others.find(([, other]) => other.id === id);
      // The yeses of this kind are counted: a message that is not must not use them up.
      if (shared) context.addIssue({ code: "custom", path: [kind, "id"], message: `is that of ${shared[0]}` });
    }
  });
export type MessageTemplates = z.infer<typeof MessageTemplates>;
type MessageTemplate = z.infer<typeof MessageTemplate>;

/** The `data` of a message, as WeChat wants it. */
export function templateData(
  { fields }: MessageTemplate,
  content: Partial<MessageValues>,
): Record<string, { value: string }> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, key]) => [
      key,
      { value: fieldText(key, content[field as MessageField] ?? "") },
    ]),
  );
}

/**
 * What stands in a field: cut to what WeChat takes there, never refused. Lengths count characters, not bytes; no field
 * may be empty or hold a line break.
 *
 * @param value words, or an instant, which is written in Beijing time
 */
export function fieldText(key: string, value: string | EpochMs): string {
  const type = typeOf(key);
  const text = (typeof value === "number" ? timeText(value) : value).replace(/[\s\p{Cc}]+/gu, " ").trim();
  switch (type) {
    case "thing":
      return cut(text, 20) || "无";
    case "name":
      return cut(text, 10) || "无";
    case "phrase":
      return [...text.replace(/[^\p{Script=Han}]/gu, "")].slice(0, 5).join("") || "通知";
    case "character_string":
      return (
        text
          .replace(/[^\x20-\x7e]/g, "")
          .slice(0, 32)
          .trim() || "-"
      );
    case "number":
      return /\d+(?:\.\d+)?/.exec(text)?.[0].slice(0, 32) ?? "0";
    case "time":
    case "date":
      return text;
  }
}

function isTimeType(type: FieldType): boolean {
  return type === "time" || type === "date";
}

function typeOf(key: string): FieldType {
  return key.replace(/\d+$/, "") as FieldType;
}

/** `2026年3月3日 19:00`, which WeChat takes for a time as well as for a date. */
function timeText(at: EpochMs): string {
  const [year = "", month, day] = beijingDate(beijingDayNumber(at)).split("-");
  const minute = beijingMinuteOfDay(at);
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${year}年${Number(month)}月${Number(day)}日 ${clock}`;
}

function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

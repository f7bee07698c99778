import type { ApiMap } from "../../../../shared/contract/api-map";
import type { WishView } from "../../../../shared/wishes/wish-answer";
import type { WishCategory } from "../../../../shared/wishes/wish-category";
import { forgetOnPhone, keepOnPhone, readFromPhone } from "../../platform/settings/phone-storage";

/** A wish as far as it is written. It stays on the phone until it is sent. */
export interface WishDraft {
  category: WishCategory | null;
  text: string;
  station: { id: string; name: string } | null;
  name: string;
  phone: string;
  address: string;
  isPublic: boolean;
}

export const EMPTY_DRAFT: WishDraft = {
  category: null,
  text: "",
  station: null,
  name: "",
  phone: "",
  address: "",
  isPublic: false,
};

export function readDraft(): WishDraft {
  const kept = readFromPhone("wish-draft");
  return typeof kept === "object" && kept !== null ? { ...EMPTY_DRAFT, ...kept } : EMPTY_DRAFT;
}

export function keepDraft(draft: WishDraft): void {
  keepOnPhone("wish-draft", draft);
}

export function forgetDraft(): void {
  forgetOnPhone("wish-draft");
}

type NewWish = ApiMap["POST /wishes"]["input"];
type EditWish = ApiMap["PUT /wishes/:id"]["input"];

/** Turns a wish that was not taken back into a draft. The station's name is asked for again. */
export function keepDraftOf({ category, text, contact, public: isPublic }: NewWish): void {
  keepDraft({
    ...EMPTY_DRAFT,
    category,
    text,
    name: contact?.name ?? "",
    phone: contact?.phone ?? "",
    address: contact?.address ?? "",
    isPublic: isPublic ?? false,
  });
}

/** What is sent; null while something is missing. */
export function wishOf(draft: WishDraft, { forOther, insist }: { forOther: boolean; insist: boolean }): NewWish | null {
  const { category, text, station, isPublic } = draft;
  if (category === null || text.trim() === "" || station === null) return null;
  const contact = contactOf(draft);
  return {
    category,
    text: text.trim(),
    stationId: station.id,
    ...(contact === null ? {} : { contact }),
    public: isPublic,
    forOther,
    ...(insist ? { insist } : {}),
  };
}

/** A wish as its form shows it, to be changed. */
export function draftOf({ category, text, station, contact, public: isPublic }: WishView): WishDraft {
  return {
    category,
    text: text ?? "",
    station,
    name: contact?.name ?? "",
    phone: contact?.phone ?? "",
    address: contact?.address ?? "",
    isPublic,
  };
}

/** What is sent of a changed wish; what is as it was changes nothing there. */
export function editOf(draft: WishDraft, { id, version, station, parties, public: isPublic }: WishView): EditWish {
  const isOwn = parties.includes("worker");
  return {
    id,
    version,
    text: draft.text.trim(),
    stationId: (draft.station ?? station).id,
    ...(isOwn ? { contact: contactOf(draft), public: draft.isPublic } : { public: isPublic }),
  };
}

/** How to be reached; null: nothing was written. */
function contactOf({ name, phone, address }: WishDraft) {
  if (name.trim() === "") return null;
  return {
    name: name.trim(),
    ...(phone.trim() === "" ? {} : { phone: phone.trim() }),
    ...(address.trim() === "" ? {} : { address: address.trim() }),
  };
}

/** Whether there is anything in a draft that somebody would miss. */
export function isStarted({ category, text }: WishDraft): boolean {
  return category !== null || text.trim() !== "";
}

/** A wish for the station itself is not collected anywhere: the station is what it is about. */
export function isForStation({ category }: Pick<WishDraft, "category">): boolean {
  return category === "station";
}

export type WishField = "category" | "text" | "station" | "name" | "phone";

/** What is still missing, where, and said as what to do. */
export interface Missing {
  field: WishField;
  words: string;
}

/** Null: it can be sent. */
export function missingOf(draft: WishDraft, forOther: boolean): Missing | null {
  if (draft.category === null) return { field: "category", words: "点一下想要哪一类" };
  if (draft.text.trim() === "") return { field: "text", words: "写一句想要什么" };
  if (draft.station === null) {
    return { field: "station", words: isForStation(draft) ? "选一下是哪个驿站" : "选一个到哪里拿" };
  }
  const digits = draft.phone.replace(/[\s\-()+()]/g, "");
  if (draft.phone.trim() !== "" && !/^\d{7,15}$/.test(digits)) {
    return { field: "phone", words: "电话号码不对，看看是不是少了一位" };
  }
  if (forOther) return draft.name.trim() === "" ? { field: "name", words: "写上他怎么称呼" } : null;
  if (draft.name.trim() === "" && (draft.phone.trim() !== "" || draft.address.trim() !== "")) {
    return { field: "name", words: "写上怎么称呼你" };
  }
  if (draft.name.trim() !== "" && draft.phone.trim() === "") {
    return { field: "phone", words: "写上电话，不然找不到你" };
  }
  return null;
}

import type { ApiMap } from "../../../shared/contract/api-map";
import type { WishCategory } from "../../../shared/wishes/category";
import type { WishView } from "../../../shared/wishes/wish-answer";
import { forgetOnPhone, keepOnPhone, readFromPhone } from "../settings/phone-storage";

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

/** What is still missing, said as what to do; null: it can be sent. */
export function missingWords(draft: WishDraft, forOther: boolean): string | null {
  if (draft.category === null) return "点一下想要哪一类";
  if (draft.text.trim() === "") return "写一句想要什么";
  if (draft.station === null) return "选一个到哪里拿";
  const digits = draft.phone.replace(/[\s\-()+()]/g, "");
  if (draft.phone.trim() !== "" && !/^\d{7,15}$/.test(digits)) return "电话号码不对,看看是不是少了一位";
  if (forOther) return draft.name.trim() === "" ? "写上他怎么称呼" : null;
  if (draft.name.trim() === "" && (draft.phone.trim() !== "" || draft.address.trim() !== "")) return "写上怎么称呼你";
  if (draft.name.trim() !== "" && draft.phone.trim() === "") return "写上电话,不然找不到你";
  return null;
}

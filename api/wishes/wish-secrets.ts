import { type Wish, WishContact } from "../../shared/wishes/wish.js";
import type { TextSealer } from "../people/sealed-text.js";

/** The fields of a wish that are kept encrypted, each bound to the wish and to itself. */
type SecretField = "text" | "contact" | "pickup" | `step ${number}`;

const boundTo = (id: string, field: SecretField) => `${id}|${field}`;

export function sealWish(sealer: TextSealer, id: string, field: SecretField, text: string): string {
  return sealer.seal(text, boundTo(id, field));
}

export function sealContact(sealer: TextSealer, id: string, contact: WishContact): string {
  return sealWish(sealer, id, "contact", JSON.stringify(contact));
}

/** What the worker wrote; null once it is erased. */
export function openText(sealer: TextSealer, { id, text }: Wish): string | null {
  return text === null ? null : sealer.open(text, boundTo(id, "text"));
}

export function openContact(sealer: TextSealer, { id, contact }: Wish): WishContact | null {
  return contact === null ? null : WishContact.parse(JSON.parse(sealer.open(contact, boundTo(id, "contact"))));
}

export function openPickupCode(sealer: TextSealer, { id, pickup }: Wish): string | null {
  return pickup?.code ? sealer.open(pickup.code, boundTo(id, "pickup")) : null;
}

/** The words of a step, by its place in the history. */
export function openStepWords(sealer: TextSealer, { id, steps }: Wish, at: number): string | null {
  const words = steps[at]?.words ?? null;
  return words === null ? null : sealer.open(words, boundTo(id, `step ${at}`));
}

/** The same wish with everything sealed under the present key; null when it is already. */
export function resealed(sealer: TextSealer, wish: Wish): Wish | null {
  const anew = (sealed: string | null, field: SecretField) =>
    sealed === null || sealer.isCurrent(sealed)
      ? sealed
      : sealWish(sealer, wish.id, field, sealer.open(sealed, boundTo(wish.id, field)));
  const after: Wish = {
    ...wish,
    text: anew(wish.text, "text"),
    contact: anew(wish.contact, "contact"),
    pickup: wish.pickup === null ? null : { ...wish.pickup, code: anew(wish.pickup.code, "pickup") },
    steps: wish.steps.map((step, at) => ({ ...step, words: anew(step.words, `step ${at}`) })),
  };
  return JSON.stringify(after) === JSON.stringify(wish) ? null : after;
}

/** The same wish with nothing left of what anybody wrote, and no way to reach anybody; that it happened stays. */
export function withoutSecrets(wish: Wish): Wish {
  return {
    ...wish,
    text: null,
    contact: null,
    pickup: wish.pickup === null ? null : { ...wish.pickup, code: null },
    slip: null,
    steps: wish.steps.map((step) => ({ ...step, words: null })),
  };
}

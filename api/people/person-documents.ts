import { Invitation } from "../../shared/people/invitation.js";
import { User } from "../../shared/people/user.js";
import type { TextSealer } from "./sealed-text.js";
import { type SealedWords, sealedWords } from "./sealed-words.js";

/** A record as it is written down. */
export interface Documents<Item> {
  write: (item: Item) => string;
  read: (document: string) => Item;
  /** The same under the present key; null: it is. */
  renewed: (document: string) => string | null;
}

/** People, whose name is sealed, bound to their id. */
export function userDocuments(sealer: TextSealer): Documents<User> {
  return documentsOf(User, ({ id }) => sealedWords(sealer, `name of ${id}`));
}

/** Invitations, where the name that colleagues will see is sealed, bound to the code. */
export function invitationDocuments(sealer: TextSealer | null): Documents<Invitation> {
  return documentsOf(Invitation, ({ code }) => sealedWords(sealer, `name in invitation ${code}`));
}

function documentsOf<Item extends { name: string | null }>(
  schema: { parse: (value: unknown) => Item },
  wordsOf: (item: Item) => SealedWords,
): Documents<Item> {
  // A sealed name is longer than a name may be, so the schema is asked when it is open.
  const kept = (document: string): Item => JSON.parse(document);
  const read = (document: string) => {
    const item = kept(document);
    return schema.parse(item.name === null ? item : { ...item, name: wordsOf(item).open(item.name) });
  };
  const write = (item: Item) => {
    const right = schema.parse(item);
    return JSON.stringify(right.name === null ? right : { ...right, name: wordsOf(right).seal(right.name) });
  };
  return {
    read,
    write,
    renewed: (document) => {
      const item = kept(document);
      return item.name === null || wordsOf(item).isCurrent(item.name) ? null : write(read(document));
    },
  };
}

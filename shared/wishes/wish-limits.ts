/** Characters of a wish: room for one or two sentences, and some more for those who speak theirs. */
export const LONGEST_WISH = 300;

/** Characters of a reason, a question, an answer, thanks. */
export const LONGEST_WISH_WORDS = 200;

/** Characters of an officer's card on the wall. */
export const LONGEST_WISH_CARD = 60;

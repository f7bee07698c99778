/** A letter for each half hour: a door is open, nobody knows, there is a station but it is shut, there is none. */
export const CELL_LETTERS = { open: "o", unknown: "u", shut: "s", none: "n" } as const;

/** How many characters fit into what people type: schemas go by it, and the fields of the forms. */
export const STATION_LIMITS = { name: 60, code: 40, address: 120, landmark: 60 } as const;
export const WISH_CONTACT_LIMITS = { name: 20, phone: 20, address: 100 } as const;

/** A station has at most so many telephone numbers, with 、 between. */
export const MOST_PHONES = 3;

// How long a freed seat is kept for the first in the waitlist. Redis decides (api/redis/scripts/classes/settle.ts).

/** Nobody is given less time than this to answer, unless the course sets less. */
export const SHORTEST_OFFER_MINUTES = 10;
/** Near the start an offer takes one part in so many of the time left, so that several people can be asked. */
export const OFFER_SHARE = 4;
/** So near the start nobody is asked any more: seats that are free then go to whoever stands there (walk-ins). */
export const NO_OFFER_MINUTES = 20;

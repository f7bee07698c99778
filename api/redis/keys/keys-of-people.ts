/** Accounts, sign-ins, roles and invitations. */
export const keysOfPeople = {
  /** STRING: JSON of a User. */
  user: (id: string) => `{stations}:user:${id}`,
  /** STRING: who a person is in WeChat, encrypted and bound to the id of the account. */
  openId: (userId: string) => `{stations}:user:${userId}:open-id`,
  /** ZSET: member is the id of a sign-in, score the day it was last renewed. */
  signInsOf: (userId: string) => `{stations}:user:${userId}:sign-ins`,
  /** HASH: createdAt, renewedAt, lastUsedDay, generation, isArrived. Expires when it is not used. */
  signIn: (userId: string, signInId: string) => `{stations}:user:${userId}:sign-in:${signInId}`,
  /** ZSET: UserId, score the day the account was last used, as a day number. */
  peopleByLastUse: "{stations}:people-by-last-use",
  /** ZSET, all scores 0: the UserIds of keepers and officers. */
  roleHolders: "{stations}:role-holders",
  /** STRING: JSON of an Invitation. Expires by itself. */
  invitation: (code: string) => `{stations}:invitation:${code}`,
  /** ZSET: codes of the invitations that nobody has used or taken back, score the EpochMs at which each ends. */
  openInvitations: "{stations}:open-invitations",
  /** HASH: expiresAt, secretDigest; once approved userId and roles. Expires by itself. */
  signInCode: (code: string) => `sign-in-code:${code}`,
  /**
   * STRING: how often a caller guessed something wrong lately. Expires by itself. Callers share a tag, since a network is
   * counted together with the site around it.
   */
  wrongGuesses: (caller: string, guessed: string) => `{callers}:wrong-guesses:${caller}:${guessed}`,
};

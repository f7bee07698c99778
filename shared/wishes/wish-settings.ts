/** What an office may want different about wishes. The defaults hold where it says nothing. */
export interface WishSettings {
  /** How many wishes one person may have open at once. */
  openPerPerson: number;
  /** Working days until a wish must have been looked at. */
  reviewWorkingDays: number;
  /** Days for which a question waits for the worker's answer; then the wish is withdrawn, and they may make another. */
  answerDays: number;
  /** Days until an approved wish must have been taken on. */
  claimDays: number;
  /** Days until a wish that was taken on must be ready; then the claim ends by itself. */
  fulfilDays: number;
  /** Days after which a delivered wish counts as fulfilled when its worker says nothing. */
  confirmDays: number;
  /** Yuan; above this a wish needs a second thought, above the hard cap it is refused. */
  softCapYuan: number;
  hardCapYuan: number;
  /** Days for which contact data and words are kept after a wish is closed. */
  keptDays: number;
}

export const DEFAULT_WISH_SETTINGS: WishSettings = {
  openPerPerson: 1,
  reviewWorkingDays: 2,
  answerDays: 14,
  claimDays: 7,
  fulfilDays: 15,
  confirmDays: 7,
  softCapYuan: 200,
  hardCapYuan: 500,
  keptDays: 180,
};

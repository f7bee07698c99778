/**
 * For how many days data stay that are deleted by themselves. The jobs that delete them, their titles and the privacy policy
 * all go by this. What an office may set otherwise (wishes) stands in its settings.
 */
export const KEPT_DAYS = {
  /** Messages to people, and what became of them. */
  messages: 60,
  /** What people wrote in reports, and who reported. */
  reports: 90,
  /** Bookings and attendance, from the end of the class. */
  bookings: 365,
  /** What somebody wants to learn, and what came of it. */
  wantedClasses: 365,
  /** Failures of the program on phones. */
  clientErrors: 30,
  /** Counts of searches that found nothing: 13 months. */
  demand: 396,
  /** Those that are too small to be shown, from the end of their day. */
  unmetBelow: 7,
  /** The record of who changed what. */
  record: 3 * 365,
  /** Since a sign-in was last used. */
  signIns: 30,
  /** Since an account was last used. */
  idleAccounts: 731,
} as const;

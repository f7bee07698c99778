/** The page of the web build, and of the mini-program, on which an invitation is accepted. */
export const INVITATION_PAGE = "account/invitation/index";

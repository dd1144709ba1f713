/** Apart from the service, which asks the sign-in method whom a school takes. */
export { deleteOfOtherRealms as endSessionsOfOtherRealms, realmOfSession } from './own-session-queries.ts';

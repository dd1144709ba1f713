import type { Keyring } from '@samhold/db';

/** What is stored of a link: whoever reads the database cannot make the link from it. */
export const invitationHash = (keyring: Keyring, link: string): Buffer =>
  keyring.lookupHash('invitation', link);

import type { Keyring } from '@samhold/db';

/**
 * The secret of a report's link: 256 bits that only the holder of the installation's key can make, so that leadership can be shown
 * it again though it is not stored.
 */
export const reportToken = (keyring: Keyring, publicationId: string): string =>
  keyring.lookupHash('report-token', publicationId).toString('base64url');

/** What is stored of it. */
export const reportHash = (keyring: Keyring, token: string): Buffer =>
  keyring.lookupHash('report-link', token);

import type { Api } from './api.ts';
import { dayOf } from './calendar-days.ts';

const HALF_A_YEAR = 182 * 86_400_000;

export type SecurityContact = {
  /** `mailto:` or `https:` where a weakness is reported. */
  readonly contact: string;
  readonly publicUrl: string;
  readonly now: () => Date;
};

/** Where to report a weakness, as RFC 9116 has it. It is true for half a year from the day it is read, as long as the setting stands. */
export const securityText = ({ contact, publicUrl, now }: SecurityContact): string => {
  const day = dayOf(new Date(now().getTime() + HALF_A_YEAR));
  return [
    `Contact: ${contact}`,
    `Expires: ${day}T00:00:00.000Z`,
    'Preferred-Languages: nb, nn, en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
};

/** Serves the text at its well-known address. */
export const serveSecurityText = (app: Api, contact: SecurityContact): void => {
  app.get('/.well-known/security.txt', { config: { access: 'anyone' }, schema: { hide: true } }, (_, reply) =>
    reply.header('content-type', 'text/plain; charset=utf-8').send(securityText(contact)),
  );
};

import type { Api } from './api.ts';
import { AppError } from './errors.ts';

const HALF_A_YEAR = 182 * 86_400_000;

export type SecurityContact = {
  /** `mailto:` or `https:` where a weakness is reported. */
  readonly contact: string;
  readonly publicUrl: string;
  readonly now: () => Date;
};

/** Where to report a weakness, as RFC 9116 has it. It is true for half a year from the day it is read, as long as the setting stands. */
export const securityText = ({ contact, publicUrl, now }: SecurityContact): string => {
  const day = new Date(now().getTime() + HALF_A_YEAR).toISOString().slice(0, 10);
  return [
    `Contact: ${contact}`,
    `Expires: ${day}T00:00:00.000Z`,
    'Preferred-Languages: nb, nn, en',
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    '',
  ].join('\n');
};

/** Serves the text at its well-known address; without a contact there is none. */
export const serveSecurityText = (app: Api, settings: SecurityContact | undefined): void => {
  app.get('/.well-known/security.txt', { config: { access: 'anyone' } }, (_request, reply) => {
    if (settings === undefined) throw new AppError('not_found');
    return reply.header('content-type', 'text/plain; charset=utf-8').send(securityText(settings));
  });
};

import { JobFailure } from '@samhold/db';
import { createTransport } from 'nodemailer';
import { isLoopback } from '../loopback.ts';

export type MailSettings = {
  /** smtp:// or smtps://, with login when the server asks for one. */
  readonly smtpUrl: string;
  readonly from: string;
  /** Where Samhold is, for the reader to follow. */
  readonly publicUrl: string;
};

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };
export type PostOffice = (letter: Letter) => Promise<void>;

const SECONDS = 1_000;

const wordFor = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'mail';

/** How the mail server is reached: encrypted, with a certificate that holds, or not at all; save on this machine. */
export const wayToServer = (smtpUrl: string) => ({
  url: smtpUrl,
  requireTLS: !isLoopback(new URL(smtpUrl).hostname),
  connectionTimeout: 20 * SECONDS,
  greetingTimeout: 20 * SECONDS,
  socketTimeout: 40 * SECONDS,
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** Hands letters to the mail server. What fails says one word: the server's own words may repeat the address. */
export const openPostOffice = ({ smtpUrl, from }: MailSettings): PostOffice => {
  const transport = createTransport(wayToServer(smtpUrl));
  return async ({ to, subject, text }) => {
    try {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
    } catch (error) {
      throw new JobFailure(wordFor(error));
    }
  };
};

import { isIP } from 'node:net';
import { isLoopback } from './loopback.ts';

/** Whether a value of a variable can be. */
export type Text = (text: string) => boolean;

export const hasProtocol =
  (...protocols: readonly string[]): Text =>
  (text) =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== '';

export const isDatabase: Text = (text) =>
  hasProtocol('postgres:', 'postgresql:')(text) && new URL(text).pathname.length > 1;

export const isOrigin: Text = (text) => {
  if (!hasProtocol('http:', 'https:')(text)) return false;
  const { protocol, hostname, origin, href } = new URL(text);
  return href === `${origin}/` && (protocol === 'https:' || isLoopback(hostname));
};

export const isProxy: Text = (text) => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return most > 0 && isRange && rest.length === 0;
};

export const list = (text: string): readonly string[] => text.split(',').map((part) => part.trim());

export const isPort: Text = (text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535;
export const isHost: Text = (text) => /^[a-z0-9.:-]+$/i.test(text);
export const isSeconds: Text = (text) => /^\d{1,3}$/.test(text) && Number(text) <= 300;

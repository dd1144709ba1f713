import { createHash, randomBytes } from 'node:crypto';
import { isUuid } from '@samhold/db';

/** `__Host-` binds a cookie to this host, path / and https (or localhost). */
export const staffCookie = '__Host-samhold';
export const pupilCookie = '__Host-samhold-elev';
export const signInCookie = '__Host-samhold-innlogging';
/** A pupil's school account after the sign-in, sealed; until it has led to the pupil, or is bound to one. */
export const identityCookie = '__Host-samhold-skolekonto';

/** A sign-in that is done, sealed, until one of several schools is chosen. */
export const choiceCookie = '__Host-samhold-skolevalg';

/** A first password that was right, sealed; until a password of one's own is chosen. */
export const accountCookie = '__Host-samhold-konto';

export const cookieOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;
/** How long a person may take at the provider. */
export const pendingCookieOptions = { ...cookieOptions, maxAge: 600 } as const;
export const pendingSetUpOptions = { ...cookieOptions, maxAge: 1800 } as const;

export type BearerToken = { readonly schoolId: string; readonly tokenHash: Buffer };

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A new random token: the cookie's value, and its hash for storing. */
export const newToken = (schoolId: string): { readonly cookie: string; readonly tokenHash: Buffer } => {
  const token = randomBytes(32).toString('base64url');
  return { cookie: `${schoolId}.${token}`, tokenHash: hashToken(token) };
};

/** The hash by which the session of a signed-in request is stored. */
export const ownToken = (request: {
  readonly cookies: Readonly<Record<string, string | undefined>>;
}): Buffer => readToken(request.cookies[staffCookie])?.tokenHash ?? Buffer.of();

export const readToken = (cookie: string | undefined): BearerToken | undefined => {
  const [schoolId, token] = cookie?.split('.') ?? [];
  if (schoolId === undefined || token === undefined || !isUuid(schoolId)) return undefined;
  return { schoolId, tokenHash: hashToken(token) };
};

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dependencies } from '../dependencies.ts';
import { signOut } from './service.ts';
import { cookieOptions, readToken, staffCookie } from './tokens.ts';

/** One browser, one session: the earlier one, perhaps at another school, ends as the new one is handed over. */
export const takeSession = async (
  deps: Dependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  cookie: string,
): Promise<void> => {
  const earlier = readToken(request.cookies[staffCookie]);
  if (earlier !== undefined) await signOut(deps, earlier);
  reply.setCookie(staffCookie, cookie, cookieOptions);
};

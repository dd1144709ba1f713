import type { DeclaredAccess, StaffActor } from './actor.ts';
import type { Api } from '../api.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { findStaff } from '../session/service.ts';
import { pupilCookie, readToken, staffCookie } from '../session/tokens.ts';
import { holdsAny, mustTrainFirst } from './policy.ts';

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** A page of another site can make a browser send a request, but not forge where it came from. */
const sameOrigin = (origin: string | undefined, host: string): boolean => {
  if (origin === undefined) return false;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
};

/** The staff member behind a request, held against what its route declares, as it holds at this moment. */
export const staffFor = async (
  deps: Dependencies,
  cookie: string | undefined,
  access: DeclaredAccess,
  userAgent?: string,
): Promise<StaffActor> => {
  const staff = await findStaff(deps, cookie, userAgent);
  if (staff === undefined) throw new AppError('not_signed_in');
  // "Not yours" answers as "not there".
  if (typeof access !== 'string' && !holdsAny(staff, access))
    throw new AppError('not_found', undefined, undefined, staff);
  if (mustTrainFirst(staff, access)) throw new AppError('training_missing', undefined, undefined, staff);
  return staff;
};

/** Refuses to register a route without declared access, and holds every request against the declaration. */
export const declareAccess = (app: Api, deps: Dependencies): void => {
  app.decorateRequest('staff');
  app.decorateRequest('pupil');
  app.decorateRequest('upload');

  app.addHook('onRoute', (route) => {
    if (route.config?.access === undefined)
      throw new Error(`Route ${String(route.method)} ${route.url} declares no access.`);
  });

  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    if (writes.has(request.method) && !sameOrigin(request.headers.origin, request.host))
      throw new AppError('forbidden_origin');
    const access: DeclaredAccess = request.routeOptions.config.access ?? [];
    if (access === 'anyone') return;
    if (access === 'pupil') {
      const credential = readToken(request.cookies[pupilCookie]);
      if (credential === undefined) throw new AppError('pupil_session_ended');
      request.pupil = credential;
      return;
    }
    if (access === 'upload') {
      const credential = readToken(/^Upload (.+)$/.exec(request.headers.authorization ?? '')?.[1]);
      if (credential === undefined) throw new AppError('upload_unknown');
      request.upload = credential;
      return;
    }
    const staff = await staffFor(deps, request.cookies[staffCookie], access, request.headers['user-agent']);
    const { whileClosing = !writes.has(request.method) } = request.routeOptions.config;
    if (staff.closing !== undefined && !whileClosing)
      throw new AppError('school_closing', undefined, undefined, staff);
    request.staff = staff;
  });
};

import type { GoTo, Invitation, OwnersToChoose, SignInMethodView, TrySignInMethod } from '@samhold/contract';
import { get, post, put } from '#lib/api.ts';

export const readMethod = () => get<SignInMethodView>('/sign-in-method');
/** Nothing is stored by a check. */
export const checkMethod = (method: TrySignInMethod) => post('/sign-in-method/check', method);
/** The address to sign in at; the method is stored, and the sign-in bound, when that has gone well. */
export const tryMethod = (method: TrySignInMethod) => post<GoTo>('/sign-in-method/trial', method);

/** In place of those before. */
export const setRealms = (realms: readonly string[]) => put('/sign-in-method/realms', { realms });

export const readOwners = () => get<OwnersToChoose>('/sign-in/owners');

/** A one-time link for a staff member, shown once; the ones made before are withdrawn. */
export const makeInvitation = (staffId: string) => post<Invitation>(`/staff/${staffId}/invitations`);
export const acceptInvitation = (link: string) => post<GoTo>('/invitations/sign-in', { link });

import type { GroundsView, InformationLetters, NewGround } from '@samhold/contract';
import { get, post } from '#lib/api.ts';

export const readGrounds = (schoolYearId: string | null) =>
  get<GroundsView>(schoolYearId === null ? '/grounds' : `/grounds?schoolYearId=${schoolYearId}`);
export const recordGround = (ground: NewGround) => post<GroundsView>('/grounds', ground);
export const readLetters = () => get<InformationLetters>('/information-letters');

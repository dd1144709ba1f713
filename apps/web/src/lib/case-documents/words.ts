import type { CaseDocumentKind, CaseRecipient, DocumentField } from '@samhold/contract';

export const documentNames: Readonly<Record<CaseDocumentKind, string>> = {
  plan: 'Tiltaksplan',
  report: 'Rapport fra saken',
};

export const recipientNames: Readonly<Record<CaseRecipient, string>> = {
  archive: 'arkivet',
  county_governor: 'statsforvalteren',
};

/** Why a place is marked. */
export const mentionWords: Readonly<Record<DocumentField['mentions'][number]['kind'], string>> = {
  name: 'navnet på en elev',
  like_a_name: 'likner navnet på en elev',
  capital: 'kan være et navn',
  initials: 'kan være initialer',
};

/** How much is left of reading a document through, before it can be handed out. */
export const unreadWords = (left: number): string => {
  if (left === 0) return 'Alle tekstene er lest.';
  return left === 1 ? 'Én tekst er ikke lest ennå.' : `${left} tekster er ikke lest ennå.`;
};

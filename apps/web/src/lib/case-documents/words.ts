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

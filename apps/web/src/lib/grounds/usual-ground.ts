import type { GroundView, NewGround } from '@samhold/contract';

type Written = Omit<NewGround, 'schoolYearId'>;

/** What most schools write; leadership reads it over and makes it its own. */
const usual = {
  purpose:
    'Følge med på hvordan elevene har det på skolen, og oppdage tidlig når en elev ikke har det trygt og godt, slik at skolen kan undersøke og hjelpe.',
  legalReference:
    'Opplæringslova §§ 12-2, 12-3 og 12-4 og forskrift til opplæringslova §§ 20-2 og 20-5, jf. personvernforordningen artikkel 6 nr. 1 bokstav c og artikkel 9 nr. 2 bokstav g.',
};

/** Where the form begins: what was recorded last, else what is usual. Dates are always given anew. */
export const firstDraft = (last: GroundView | undefined): Written => ({
  purpose: last?.purpose ?? usual.purpose,
  legalReference: last?.legalReference ?? usual.legalReference,
  letterVersion: last?.letterVersion ?? '',
  letterApprovedOn: last?.letterApprovedOn ?? '',
  letterSentOn: '',
  dpiaVersion: last?.dpiaVersion ?? '',
  dpiaApprovedOn: last?.dpiaApprovedOn ?? '',
});

import { isOrganisationNumber } from '@samhold/contract';

/** The nine digits of what was typed, which people write with spaces. */
export const digitsOf = (typed: string): string => typed.replaceAll(/\s/g, '');

export const organisationNumberFault = (typed: string): string | null => {
  const digits = digitsOf(typed);
  if (!/^\d{9}$/.test(digits)) return 'Organisasjonsnummeret har ni siffer.';
  return isOrganisationNumber(digits)
    ? null
    : 'Organisasjonsnummeret stemmer ikke. Se etter om to siffer er byttet om.';
};

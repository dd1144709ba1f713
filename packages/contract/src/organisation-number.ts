const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Whether nine digits are a Norwegian organisation number: the ninth is the modulus 11 check digit of the first eight with
 * the weights 3 2 7 6 5 4 3 2 (Brønnøysundregistrene).
 */
export const isOrganisationNumber = (text: string): boolean => {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(text[8]);
};

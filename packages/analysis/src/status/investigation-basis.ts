/**
 * Why negative answers are analysed: a case at a school with its recorded reasons (forskrift til opplæringslova § 20-5), or
 * research or other use of data the user already has.
 */
export type InvestigationBasis =
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'research'; readonly purpose: string };

/** @throws RangeError when the case or the purpose is blank. */
export function assertStated(basis: InvestigationBasis): void {
  const stated = basis.kind === 'case' ? basis.caseId : basis.purpose;
  if (stated.trim() === '') throw new RangeError('An investigation needs its case, and research its purpose');
}

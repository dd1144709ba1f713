/** Where Feide is; tests put their own in its place. */
export type FeideService = {
  readonly issuer: string;
  readonly groupsUrl: string;
  /** For how many milliseconds a person who signs in waits for the groups. */
  readonly groupsPatience: number;
};

export const feideService: FeideService = {
  issuer: 'https://auth.dataporten.no',
  groupsUrl: 'https://groups-api.dataporten.no/groups',
  groupsPatience: 4_000,
};

/** What Feide is asked about staff, and no more: who, of which kommune, at which schools, in which classes. */
export const staffScopes = 'openid userid userid-feide groups-org groups-edu';

/** Two factors, as Feide calls it. */
export const TWO_FACTORS = 'urn:mace:feide.no:auth:level:fad08:3';
const enough: ReadonlySet<unknown> = new Set([TWO_FACTORS, 'urn:mace:feide.no:auth:level:fad08:4']);

export const hasTwoFactors = (acr: unknown): boolean => enough.has(acr);

const principalName = (claims: Readonly<Record<string, unknown>>): string => {
  const name = claims['https://n.feide.no/claims/eduPersonPrincipalName'];
  if (typeof name === 'string') return name;
  const ids = claims['https://n.feide.no/claims/userid_sec'];
  const known = (Array.isArray(ids) ? ids : []).find(
    (id: unknown): id is string => typeof id === 'string' && id.startsWith('feide:'),
  );
  return known ?? '';
};

/** The kommune's part of a person's Feide name; the person's own part is read by nobody. Empty when Feide says none. */
export const realmOf = (claims: Readonly<Record<string, unknown>>): string => {
  const [, realm = ''] = /@([^@]+)$/.exec(principalName(claims)) ?? [];
  return realm.toLowerCase();
};

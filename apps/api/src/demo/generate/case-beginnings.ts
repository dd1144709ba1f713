import type { DemoCaseEntry } from './case-shape.ts';

export const steppedIn = (daysAgo: number, who: string, what: string): DemoCaseEntry => ({
  ...{ daysAgo, by: 'teacher' },
  said: { kind: 'stepped_in', who, what },
});
export const principalTold = (daysAgo: number): DemoCaseEntry => ({
  ...{ daysAgo, by: 'social-teacher' },
  said: {
    ...{ kind: 'principal_told', who: 'Kontaktlærer', serious: false },
    how: 'Muntlig etter skoletid, og i elevsaksmøtet samme uke.',
  },
});

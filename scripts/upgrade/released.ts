import { createKeyring } from '../../packages/db/src/index.ts';

/**
 * States of the schema that were on main, each as the first and the last of what it is known by: the commit it was made
 * from, and what it brought. The first commit of all had no server and no data to keep.
 */
export const released = [
  { commit: '4ef307a', brought: 'the first that served: rounds, responses, results' },
  { commit: 'de1844b', brought: 'a real school moves in: rosters, people, calendar, badges' },
  { commit: '66be8bf', brought: 'sealed parts, twelve languages, school accounts of pupils' },
  { commit: 'e3bdd40', brought: 'logs of pupils, arrangements, figures of the national survey' },
  { commit: 'b77d8db', brought: 'own questionnaires, releases with proof, follow-up' },
  { commit: '23ed198', brought: 'cases, with a migration that was named anew later' },
  { commit: 'f6a0769', brought: 'incidents, meetings, the year wheel' },
  { commit: '8b07a5b', brought: 'retention and rights' },
  { commit: '6f3743e', brought: 'several schools in an installation, closing one, backups' },
] as const;

/** The keys of fixtures, which hold the invented school of the demo only. */
export const fixtureKey = Buffer.alloc(32, 7);
export const fixtureKeyring = createKeyring(fixtureKey);

export const fixtureOf = (commit: string): string => `${import.meta.dirname}/fixtures/${commit}.tar.gz.age`;

import type { Clock, Kept, RetentionClass } from './clock.ts';
import { keptTables } from './classes.ts';
import { WAIT_DAYS } from './due.ts';

const about: Readonly<Record<RetentionClass, string>> = {
  'raw answers':
    'What a pupil answered, whom a pupil chose, and what staff wrote of single pupils that year.',
  case: 'Cases under chapter 12, what was reported, and minutes of meetings on pupils.',
  roster: 'Who the pupils are: sealed names, classes, badges.',
  staff: 'Who the staff are, what they may, and how they want to be told.',
  session: 'Browsers and tablets that are signed in, and files that are just being read.',
  'access log': 'Who opened what about whom, and why.',
  aggregate: 'Counts and figures that speak of no single pupil, and the rounds they belong to.',
  release: 'What was shown to an audience, frozen, with its proof; and receipts of deletions.',
  lookup: 'Keyed hashes that lead to a school before it is known.',
  installation: 'The school, its year and its settings.',
};

const days = (count: number): string => (count === 1 ? 'a day' : `${count} days`);

const sinceWords: Readonly<Record<string, string>> = {
  ends_at: 'it ended',
  last_seen_at: 'it was last used',
  made_at: 'it was made',
  expires_at: 'it ran out',
  held_on: 'the meeting',
  happened_on: 'it happened, unless a case took it in',
};

/** How long a row is kept, as the pages say it. */
export const wordsOf = (clock: Clock): string => {
  switch (clock.until) {
    case 'the school leaves':
      return 'as long as the school uses Samhold';
    case 'its hash is gone':
      return 'as long as what it leads to';
    case 'the school year is over':
      return 'the last day is 31 July after the school year, or the day the school has set';
    case 'its row is gone':
      return `with \`${clock.of}\``;
    case 'days have gone':
      return `${days(clock.days)} after ${sinceWords[clock.since] ?? clock.since}`;
    case 'the pupil has left':
      return `${days(WAIT_DAYS)} into a school year in which the pupil is in no class; later while a case, or something held, speaks of the pupil`;
    case 'the staff member has left':
      return 'until the person no longer works at the school';
    case 'five whole years have gone':
      return 'five whole calendar years; of the log the last link of each year stays';
    case 'a day of its own':
      return `by a day of its own: \`${clock.by}\``;
  }
};

const head = `# How long what is kept

Made from [\`classes.ts\`](../../apps/api/src/retention/classes.ts), which a test compares with the migrated schema. Write it anew with
\`node scripts/with-node-24.mjs scripts/retention-page.ts\`; a test holds that it is current.

## How it is deleted

Once a day the clock goes through this list for each school, in batches of at most 2,000 rows a transaction, and deletes what is over its time. What is left is a receipt: the day, the
table, how many rows, and until when backups still hold them. No name and no id of a pupil is in it. Cut off in the middle it goes on at the next look.

**When the school year ends.** Answers, nominations, sociograms, signals, notes, pupil talks, groups and seats of the year are deleted after the last day the school keeps them, 31 July unless
the school has set another. A round is counted and its releases are frozen first; until that is done its answers wait. From then on figures of the year are never counted again. Tallies,
descriptions of the network, releases and their proofs stay byte for byte. What a case rests on was copied into the case.

**Pupils who leave** stay on the rosters over the summer, so that no name goes before the new lists have come.

**Restricted and held.** Leadership can restrict what is recorded of a pupil (GDPR article 18): it is kept and shown to nobody. Or hold it, for a claim or a complaint: it is not deleted
while it is held. Either has a reason, and who placed and who ended it, and when. Of a class, what the pupil answered, what was chosen by and of the pupil, and what was written of the pupil are kept; the
rest of the class is deleted on its day.

**Backups** still hold what was deleted until they are deleted themselves: 35 days unless the school has set what its operator keeps. The receipt says the day. Whoever restores a backup older than a
receipt has the clock delete the same again the same day, for it looks at what is there and not at what it did.

**A school that closes** is handed over to its owner and deleted, every row of it; its owner keeps a receipt: [schools](../operate/schools.md).

## What is kept, and until when
`;

const ofClass = (name: string, tables: readonly (readonly [string, Kept])[]): string => {
  const byClock = Map.groupBy(tables, ([, { clock }]) => wordsOf(clock));
  const rows = [...byClock].map(
    ([clock, of]) => `| ${clock} | ${of.map(([table]) => `\`${table}\``).join(', ')} |`,
  );
  return [
    `### ${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
    '',
    // Every class has its words.
    about[name as RetentionClass],
    '',
    '| until | tables |',
    '| --- | --- |',
    ...rows,
  ].join('\n');
};

/** How long each table keeps its rows, as a page in Markdown. */
export const retentionPage = (): string => {
  const byClass = Map.groupBy(Object.entries(keptTables), ([, kept]) => kept.class);
  const parts = Object.keys(about).map((name) => ofClass(name, byClass.get(name as RetentionClass) ?? []));
  return `${[head, ...parts].join('\n\n')}\n`;
};

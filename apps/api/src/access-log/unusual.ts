import type { UnusualRule } from '@samhold/contract';
import { timeInNorway } from '../clock/oslo-time.ts';

/** One opening, with what the rules ask of it. */
export type Read = {
  readonly at: Date;
  /** yyyy-mm-dd, in Norway. */
  readonly day: string;
  readonly staffId: string;
  /** Whom or what it is about; two openings of the same are about one. */
  readonly subject: string;
  /** It is about a class or a pupil of one, and the reader neither teaches it nor stands in for who does. */
  readonly ofOthers: boolean;
};

export const SCHOOL_HOURS = { from: '07:00', to: '17:00' } as const;
export const MANY = { subjects: 20, minutes: 10 } as const;

export type Finding<R extends Read> = {
  readonly rule: UnusualRule;
  readonly staffId: string;
  readonly reads: readonly R[];
};

/** Those of one person's openings, in the order of time, that lie within so many minutes with so many others about other subjects. */
const crowded = <R extends Read>(reads: readonly R[]): readonly R[] => {
  const found = new Set<R>();
  let first = 0;
  for (const [last, read] of reads.entries()) {
    while (read.at.getTime() - (reads[first]?.at.getTime() ?? 0) > MANY.minutes * 60_000) first += 1;
    const within = reads.slice(first, last + 1);
    if (new Set(within.map(({ subject }) => subject)).size >= MANY.subjects)
      for (const one of within) found.add(one);
  }
  return [...found];
};

/**
 * What somebody should look at, by three rules that say nothing of why it was done: about classes of others, outside the hours of
 * school days, and many at once. By rule and person, the most first.
 */
export const unusualReads = <R extends Read>(
  reads: readonly R[],
  isSchoolDay: (day: string) => boolean,
): readonly Finding<R>[] => {
  const outside = ({ at, day }: R): boolean => {
    const time = timeInNorway(at);
    return !isSchoolDay(day) || time < SCHOOL_HOURS.from || time >= SCHOOL_HOURS.to;
  };
  const rules: Readonly<Record<UnusualRule, (own: readonly R[]) => readonly R[]>> = {
    outside_own_classes: (own) => own.filter(({ ofOthers }) => ofOthers),
    outside_school_hours: (own) => own.filter(outside),
    many_at_once: crowded,
  };
  const byPerson = [...Map.groupBy(reads, ({ staffId }) => staffId)];
  // The keys of a record of rules are rules.
  return (Object.keys(rules) as UnusualRule[]).flatMap((rule) =>
    byPerson
      .map(([staffId, own]) => ({ rule, staffId, reads: rules[rule](own) }))
      .filter((finding) => finding.reads.length > 0)
      .sort((a, b) => b.reads.length - a.reads.length),
  );
};

import { highest } from './friendships.ts';

/** What binds a class's choices in one round; members are named by their index. */
export type ChoiceRules = {
  /** On the class list, absent or not. */
  readonly present: readonly number[];
  /** Never chosen by anybody. */
  readonly unchosen: ReadonlySet<number>;
  /** Chosen by exactly these admirers, none of whom the pupil chooses. */
  readonly oneSided: { readonly pupil: number; readonly admirers: ReadonlySet<number> } | null;
};

function candidatesOf(pupil: number, rules: ChoiceRules): number[] {
  const { oneSided } = rules;
  return rules.present.filter((other) => {
    if (other === pupil || rules.unchosen.has(other)) return false;
    if (oneSided === null) return true;
    if (pupil === oneSided.pupil) return !oneSided.admirers.has(other);
    return other !== oneSided.pupil || oneSided.admirers.has(pupil);
  });
}

/** The `count` classmates that `pupil` likes best among those the rules allow, best first. */
export function chooseClassmates(
  pupil: number,
  count: number,
  liking: (other: number) => number,
  rules: ChoiceRules,
): number[] {
  return highest(count, candidatesOf(pupil, rules), (other) =>
    other === rules.oneSided?.pupil ? Infinity : liking(other),
  );
}

/** Mutual choices per member when each chooses `count` classmates; 0 for those not present. */
export function mutualCounts(
  size: number,
  count: number,
  liking: Float64Array,
  rules: ChoiceRules,
): number[] {
  const chosen = Array.from({ length: size }, () => new Set<number>());
  for (const i of rules.present) {
    chosen[i] = new Set(chooseClassmates(i, count, (j) => liking[i * size + j] ?? 0, rules));
  }
  return chosen.map((own, i) => [...own].filter((j) => chosen[j]?.has(i) === true).length);
}

export type Name = { readonly personId: string; readonly given: string; readonly family: string };

const fullName = ({ given, family }: Name): string => `${given} ${family}`.trim();

/** From the shortest to the longest that a pupil may be called by; `number` tells those of one full name apart. */
const longerAndLonger = (name: Name, number: number): readonly string[] => {
  const { given, family } = name;
  const initial = family === '' ? given : `${given} ${family.slice(0, 1)}.`;
  return [given, initial, fullName(name), `${fullName(name)} ${number}`];
};

/**
 * What pupils of one list are called: the given name, with as much of the family name as tells them apart, and numbers where
 * the whole name does not. No two are called the same.
 */
export const labelsOf = (names: readonly Name[]): ReadonlyMap<string, string> => {
  const twins = Map.groupBy(names, fullName);
  const steps = names.map((name) => {
    const sameName = (twins.get(fullName(name)) ?? []).map(({ personId }) => personId).sort();
    return { name, step: 0, ways: longerAndLonger(name, sameName.indexOf(name.personId) + 1) };
  });
  const labelOf = ({ step, ways }: (typeof steps)[number]): string => ways[step] ?? '';
  for (let round = 0; round < 4; round += 1) {
    for (const alike of Map.groupBy(steps, labelOf).values())
      if (alike.length > 1) for (const one of alike) one.step = Math.min(one.step + 1, one.ways.length - 1);
  }
  return new Map(steps.map((one) => [one.name.personId, labelOf(one)]));
};

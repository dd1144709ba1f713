import { nameGroups, staffGivenNames, type NameGroup } from './name-pool.ts';
import type { RandomStream } from './random-stream.ts';

export type PersonName = { readonly givenName: string; readonly familyName: string };

/** A share of pupils has names from two groups, as in families with more than one background. */
const mixedShare = 0.12;

function pickGroup(random: RandomStream): NameGroup {
  const total = nameGroups.reduce((sum, group) => sum + group.share, 0);
  let point = random.uniform() * total;
  for (const group of nameGroups) {
    point -= group.share;
    if (point < 0) return group;
  }
  return random.pick(nameGroups);
}

function drawName(random: RandomStream, wantedGivenName: string | null): PersonName {
  const own =
    wantedGivenName === null
      ? pickGroup(random)
      : (nameGroups.find((group) => group.given.includes(wantedGivenName)) ?? pickGroup(random));
  const familyGroup = random.uniform() < mixedShare ? pickGroup(random) : own;
  return {
    givenName: wantedGivenName ?? random.pick(own.given),
    familyName: random.pick(familyGroup.family),
  };
}

const fullName = (name: PersonName): string => `${name.givenName} ${name.familyName}`;

/**
 * Names for one class. Given names differ within the class, save for one pair when `withNamesakes`; no full name
 * in `taken` is used again, and those given out are added to it.
 */
export function nameClass(
  size: number,
  taken: Set<string>,
  random: RandomStream,
  wish: { readonly withNamesakes: boolean; readonly mustHave: string | null },
): PersonName[] {
  const names: PersonName[] = [];
  const givenNames = new Set<string>();
  const draw = (wanted: string | null): void => {
    for (;;) {
      const name = drawName(random, wanted);
      if (taken.has(fullName(name))) continue;
      if (wanted === null && givenNames.has(name.givenName)) continue;
      taken.add(fullName(name));
      givenNames.add(name.givenName);
      names.push(name);
      return;
    }
  };
  if (wish.mustHave !== null) draw(wish.mustHave);
  while (names.length < size - (wish.withNamesakes ? 1 : 0)) draw(null);
  if (wish.withNamesakes) draw(random.pick(names).givenName);
  return random.shuffled(names);
}

/** Names for the staff: given names all different, no full name in `taken`. */
export function nameStaff(count: number, taken: Set<string>, random: RandomStream): PersonName[] {
  if (count > staffGivenNames.length) throw new RangeError('more staff than staff names');
  return random
    .shuffled(staffGivenNames)
    .slice(0, count)
    .map((givenName) => {
      for (;;) {
        const name = { givenName, familyName: random.pick(pickGroup(random).family) };
        if (taken.has(fullName(name))) continue;
        taken.add(fullName(name));
        return name;
      }
    });
}

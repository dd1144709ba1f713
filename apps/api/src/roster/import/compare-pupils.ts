import { randomUUID } from 'node:crypto';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { RosterPupil } from '../files/roster-file.ts';
import type { RosterChange } from './change-rows.ts';
import {
  hashed,
  knownPeople,
  openName,
  sealName,
  sealNewPerson,
  type HashedPerson,
  type KnownPerson,
} from './known-people.ts';
import type { ListedPupils } from './listed-pupils.ts';

const LOOKED_UP_AT_ONCE = 500;

const renameOf = (sealer: SchoolSealer, person: KnownPerson, pupil: RosterPupil): readonly RosterChange[] => {
  if (person.hidden) return [];
  const name = openName(sealer, person);
  if (name.givenName === pupil.givenName && name.familyName === pupil.familyName) return [];
  const { personId } = person;
  return [{ kind: 'renamed', personId, className: pupil.className, ...sealName(sealer, personId, pupil) }];
};

/** What one pupil in the file changes. Takes the pupil out of `listed`. */
const changesOf = (
  sealer: SchoolSealer,
  listed: ListedPupils,
  pupil: HashedPerson<RosterPupil>,
  person: KnownPerson | undefined,
): readonly RosterChange[] => {
  const { className, grade } = pupil;
  if (person === undefined) {
    const personId = randomUUID();
    return [{ kind: 'new', personId, className, grade, ...sealNewPerson(sealer, personId, pupil) }];
  }
  const { personId } = person;
  const renamed = renameOf(sealer, person, pupil);
  const before = listed.get(personId);
  listed.delete(personId);
  if (before === undefined) return [{ kind: 'new', personId, className, grade }, ...renamed];
  if (before.className === className && before.grade === grade) return renamed;
  return [{ kind: 'moved', personId, className, grade }, ...renamed];
};

/**
 * What makes the lists of the year equal to `pupils`, in the order of the file, those who leave last. Takes out of
 * `listed` the pupils it finds. An unknown pupil is one nobody with this id was ever.
 */
export const comparePupils = async function* (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  listed: ListedPupils,
  pupils: readonly RosterPupil[],
): AsyncGenerator<readonly RosterChange[]> {
  const lookUp = (from: number) => {
    const some = pupils.slice(from, from + LOOKED_UP_AT_ONCE).map((pupil) => hashed(sealer, 'pupil', pupil));
    const known = knownPeople(tx, schoolId, 'pupil', some);
    return { some, known, settled: known.catch(() => undefined) };
  };
  let next = lookUp(0);
  try {
    for (let from = 0; from < pupils.length; from += LOOKED_UP_AT_ONCE) {
      const { some } = next;
      const known = await next.known;
      // The database looks for the next ones while these are compared and sealed.
      next = lookUp(from + LOOKED_UP_AT_ONCE);
      yield some.flatMap((pupil, place) => changesOf(sealer, listed, pupil, known[place]));
    }
    yield [...listed].map(([personId, { className }]) => ({ kind: 'leaving', personId, className }));
  } finally {
    // Nothing may still wait for the connection when the transaction is given up.
    await next.settled;
  }
};

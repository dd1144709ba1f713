import type { Database, Keyring } from '@samhold/db';
import type { DemoPerson } from '../sign-in-page.ts';
import { schoolNameOf } from './school-names.ts';
import { demoIssuer, kommuneSeats, ownerSubject, sharedSubject, subjectOf } from './subjects.ts';

const SHOWN = 12;

/** Who can sign in at the first schools of a generated kommune; nobody where there is none. */
export const kommunePeople = async (db: Database, keyring: Keyring): Promise<readonly DemoPerson[]> => {
  const schoolsOf = (subject: string) =>
    db.beforeScope((tx) =>
      tx
        .selectFrom('sign_in_lookup')
        .select('school_id')
        .where('subject_hash', '=', keyring.lookupHash('subject', demoIssuer, subject))
        .execute(),
    );
  const rows = await schoolsOf(ownerSubject);
  if (rows.length === 0) return [];
  const isShared = (await schoolsOf(sharedSubject)).length > 1;
  const group = 'Kommunen';
  const owner = { subject: ownerSubject, name: 'Skoleeier', title: 'Ved alle skolene', group };
  const shared = { subject: sharedSubject, name: 'Sosiallærer', title: 'Ved to av skolene', group };
  const schools = Array.from({ length: Math.min(SHOWN, rows.length) }, (_, at) => at + 1);
  return [
    owner,
    ...(isShared ? [shared] : []),
    ...schools.flatMap((number) =>
      kommuneSeats.map(([seat, title]) => ({
        ...{ subject: subjectOf(number, seat), name: title, title: schoolNameOf(number) },
        group: schoolNameOf(number),
      })),
    ),
  ];
};

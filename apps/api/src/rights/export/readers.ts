import { sql, type SchoolSealer, type Tx } from '@samhold/db';
import { dayOf, writtenDay } from '../../calendar-days.ts';
import type { Section } from '../../case-documents/sections.ts';
import { wholeNames } from '../../roster/names.ts';

type Row = { readonly at: Date; readonly staff_id: string; readonly action: string };

const MOST = 400;

const actionWords: Readonly<Record<string, string>> = {
  'pupil.read': 'åpnet elevens side',
  'note.write': 'skrev et notat',
  'pupil-talk.read': 'åpnet elevsamtalen',
  'pupil-talks.read': 'åpnet elevsamtalen',
  'note.view': 'skrev ned elevens eller foresattes syn',
  'signal.verify': 'vurderte et tegn',
  'signal.view': 'skrev ned elevens eller foresattes syn på et tegn',
  'signal.opened': 'åpnet et tegn',
  'talk-wish.open': 'åpnet et ønske om samtale',
  'case.read': 'åpnet skolemiljøsaken',
  'case.recorded': 'skrev i skolemiljøsaken',
  'case.document': 'laget et dokument fra skolemiljøsaken',
  'case.export': 'førte skolemiljøsaken ut av Samhold',
  'incident.read': 'åpnet en melding om en hendelse',
  'investigation.read': 'leste svar i en undersøkelse',
  'pupil-rights.read': 'åpnet siden for innsyn og sletting',
};

/** Who has opened what is recorded of the pupil alone, the newest first. */
export const readersSection = async (
  tx: Tx,
  sealer: SchoolSealer,
  of: { readonly schoolId: string; readonly pupilId: string },
  sources: readonly string[],
): Promise<readonly Section[]> => {
  const { rows } = await sql<Row>`
    select at, staff_id, action from access_log
     where school_id = ${of.schoolId} and ((subject_kind = 'pupil' and subject_id = ${of.pupilId})
        or (subject_kind = 'signal' and subject_id in (
          select signal_id from signal where school_id = ${of.schoolId} and pupil_id = ${of.pupilId}))
        or (subject_kind in ('case', 'incident', 'investigation') and subject_id = any(${[...sources]})))
     order by sequence desc limit ${MOST}`.execute(tx);
  const names = await wholeNames(tx, sealer, of.schoolId, [...new Set(rows.map((row) => row.staff_id))]);
  const lines = rows.map(
    (row) =>
      `${writtenDay(dayOf(row.at))}: ${names.get(row.staff_id) ?? '–'} ${actionWords[row.action] ?? 'åpnet opplysninger om eleven'}.`,
  );
  return lines.length === 0
    ? []
    : [
        {
          heading: 'Hvem som har lest om eleven',
          aside: 'Lister over hele klassen er åpnet av klassens lærere og står ikke her.',
          fields: [{ key: 'readers', label: 'Åpnet', text: [...new Set(lines)].join('\n') }],
          measures: [],
        },
      ];
};

import type { MeasureKind } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { writtenDay } from '../../calendar-days.ts';
import type { Section } from '../../case-documents/sections.ts';
import { measuresForPupil } from '../../measures/service.ts';
import { wholeNames } from '../../roster/names.ts';
import { wishesOfPupil } from '../../talks/service.ts';
import { ofDay, section } from './section.ts';

type Of = { readonly schoolId: string; readonly pupilId: string };

/** Whom the pupil has asked to talk with. */
export const wishes = async (
  tx: Tx,
  sealer: SchoolSealer,
  of: Of,
  classId: string,
): Promise<readonly Section[]> => {
  const rows = await wishesOfPupil(tx, of.schoolId, classId, of.pupilId);
  const names = await wholeNames(tx, sealer, of.schoolId, [...new Set(rows.map((row) => row.staffId))]);
  return rows.flatMap((row) =>
    section('Ønske om å snakke med en voksen', ofDay(row.wishedAt), `wish ${row.sittingId}`, [
      [
        'Elevens ønske',
        `Ønsket å snakke med ${names.get(row.staffId) ?? '–'}. ${row.handled ? 'De har snakket sammen.' : 'Samtalen er ikke merket som holdt.'}`,
      ],
    ]),
  );
};

const kindNames: Readonly<Record<MeasureKind, string>> = {
  learning_partners: 'Læringspartnere',
  play_groups: 'Lekegrupper',
  adult_led_activity: 'Voksenstyrt aktivitet',
  seating: 'Plasser i klasserommet',
  groups: 'Grupper',
  class_rules: 'Klasseregler og klassesamtaler',
  other: 'Noe annet',
};

/** What the class does or did for this pupil in particular. */
export const measures = async (
  tx: Tx,
  sealer: SchoolSealer,
  of: Of,
  classId: string,
): Promise<readonly Section[]> =>
  (await measuresForPupil(tx, sealer, of.schoolId, classId, of.pupilId)).flatMap((one) =>
    section(
      'Tiltak for eleven',
      `${kindNames[one.kind]}, fra ${writtenDay(one.fromOn)}${one.toOn === null ? '' : ` til ${writtenDay(one.toOn)}`}`,
      `measure ${one.measureId}`,
      [['Tiltak', one.what]],
    ),
  );

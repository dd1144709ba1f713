import { writtenDay } from '../../apps/api/src/calendar-days.ts';
import type { DeletionReceipt } from '../../apps/api/src/schools/delete-school.ts';
import type { HandOver } from '../../apps/api/src/schools/hand-over.ts';
import type { ClosingRefused } from '../../apps/api/src/schools/operator.ts';
import type { ClosingPlan } from '../../apps/api/src/schools/plan-closing.ts';
import { sizeOf } from '../backup/output.ts';

export const refusal = ({ because, detail }: ClosingRefused): string => {
  switch (because) {
    case 'school_unknown':
      return 'Ingen skole her har dette organisasjonsnummeret.';
    case 'closing_already':
      return 'Skolen er allerede i ferd med å avsluttes.';
    case 'not_closing':
      return 'Skolen er ikke i ferd med å avsluttes. Kjør begin først.';
    case 'not_handed_over':
      return 'Skolen er ikke overlevert. Kjør export først, og la mottakeren åpne filen.';
    case 'too_early':
      return `Skolen kan slettes tidligst ${writtenDay(detail)}.`;
    case 'records_changed':
      return 'Saker, meldinger eller møter er endret siden overleveringen ble laget. Kjør export en gang til.';
    case 'number_differs':
      return 'Organisasjonsnummeret i --confirm er et annet enn skolens.';
    case 'held':
      return `Opplysningene om ${detail} ${detail === '1' ? 'elev' : 'elever'} er holdt tilbake fra sletting eller begrenset. Ledelsen må først avslutte det på elevens side.`;
  }
};

const rowLines = (rows: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(rows)
    .filter(([, count]) => count > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([table, count]) => `  ${String(count).padStart(9)}  ${table}`);

const standing = ({ closing }: ClosingPlan): string => {
  if (closing === undefined) return 'åpen';
  const handed = closing.handedOver === null ? 'ikke overlevert' : `overlevert ${closing.handedOver}`;
  return `i ferd med å avsluttes, kan slettes fra ${writtenDay(closing.deleteFrom)}, ${handed}`;
};

export const planLines = (plan: ClosingPlan): readonly string[] => [
  `${plan.name}, ${plan.owner}: ${standing(plan)}.`,
  `${plan.openCases} saker er ikke avsluttet. De overleveres slik de står.`,
  ...(plan.held === 0
    ? []
    : [
        `Opplysningene om ${plan.held} elever er holdt tilbake fra sletting eller begrenset. Til det er over, slettes ingenting.`,
      ]),
  'Dette slettes, rad for rad:',
  ...rowLines(plan.rows),
  'Ingenting er endret.',
];

export const handOverLines = (file: string, made: HandOver): readonly string[] => [
  `${file} (${sizeOf(made.bytes)}, ${made.files} filer)`,
  `SHA-256 ${made.sha256}`,
  `SHA-256 for manifest.json ${made.manifest}`,
  ...made.broken.map(
    (reference) => `ADVARSEL: Sak ${reference} er endret utenfor Samhold. Den er med slik den står.`,
  ),
];

export const receiptLines = (receipt: DeletionReceipt): readonly string[] => [
  `${receipt.schoolName} (${receipt.organisationNumber}) ble slettet ${receipt.deletedAt}, etter vedtak av ${receipt.orderedBy}.`,
  `Overlevert ${receipt.exportedAt}, mottatt som ${receipt.receivedAs}. SHA-256 ${receipt.exportSha256}`,
  `Innsynsloggen sluttet ved oppføring ${receipt.log.sequence}, ${receipt.log.sha256}`,
  ...rowLines(receipt.deletedRows),
  `Sikkerhetskopier kan inneholde skolen til og med ${writtenDay(receipt.backupsUntil)}.`,
];

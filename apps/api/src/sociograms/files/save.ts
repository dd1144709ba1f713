import type { SociogramFileFormat, SociogramFileWish, SociogramRound } from '@samhold/contract';
import type { StaffActor } from '../../access/actor.ts';
import { logOpening } from '../../access/log.ts';
import { dayOf } from '../../calendar-days.ts';
import type { Dependencies } from '../../dependencies.ts';
import { AppError } from '../../errors.ts';
import { hiddenPupilIds } from '../../people/hidden-pupils.ts';
import { readableSitting } from '../../rounds/sittings.ts';
import { schoolName } from '../../school/service.ts';
import { roundsOfClass } from '../class-sociograms.ts';
import { choicesAsCsv, matrixAsCsv } from './as-csv.ts';
import { asDrawing } from './as-drawing.ts';
import { asGexf, asGraphml } from './as-graph.ts';
import { asPdf } from './as-pdf.ts';
import { asXlsx } from './as-xlsx.ts';
import { fileName, sociogramFile, type SociogramFile } from './file-content.ts';

type Format = {
  readonly type: string;
  readonly ending: string;
  readonly write: (file: SociogramFile, day: string) => Buffer | string | Promise<Buffer>;
};

const drawing = {
  type: 'image/svg+xml; charset=utf-8',
  write: (file: SociogramFile) => asDrawing(file, true),
};
const csv = 'text/csv; charset=utf-8';
const formats: Readonly<Record<SociogramFileFormat, Format>> = {
  svg: { ...drawing, ending: '.svg' },
  png: { ...drawing, ending: '.png' },
  pdf: { type: 'application/pdf', ending: '.pdf', write: asPdf },
  'csv-choices': { type: csv, ending: '-valg.csv', write: choicesAsCsv },
  'csv-matrix': { type: csv, ending: '-matrise.csv', write: matrixAsCsv },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: '.xlsx',
    write: asXlsx,
  },
  graphml: { type: 'application/graphml+xml; charset=utf-8', ending: '.graphml', write: asGraphml },
  gexf: { type: 'application/gexf+xml; charset=utf-8', ending: '.gexf', write: asGexf },
};

/**
 * The sociogram of a closed sitting as a file, for the class's own contact teacher. A hidden pupil is in none of them, nor are
 * choices by or of that pupil, and no file says that somebody is missing.
 */
export const saveSociogram = async (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
  wish: SociogramFileWish,
): Promise<{ readonly name: string; readonly type: string; readonly body: Buffer | string }> => {
  const file = await deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const sitting = await readableSitting(tx, actor, sittingId);
    if (sitting.kind !== 'sociogram') throw new AppError('not_found');
    const all = await roundsOfClass(tx, await sealer(), schoolId, sitting.class_id);
    const at = all.findIndex((one) => one.sitting.sittingId === sittingId);
    const [last, ...before] = all.slice(0, at + 1).toReversed();
    if (last === undefined) throw new AppError('not_found');
    const rounds: readonly [...SociogramRound[], SociogramRound] = [...before.toReversed(), last];
    const made = sociogramFile(
      {
        schoolName: await schoolName(tx, schoolId),
        className: sitting.class_name,
        rounds,
        leftOut: await hiddenPupilIds(tx, schoolId),
      },
      wish,
    );
    if (made === null) throw new AppError('not_found');
    await logOpening(tx, actor, deps.now(), {
      action: 'sociogram.saved',
      subjectKind: 'sitting',
      subjectId: sittingId,
      purpose: `saved the class's sociogram as a file: ${wish.format}${wish.names === 'hidden' ? ', without names' : ''}`,
    });
    return made;
  });
  const { type, ending, write } = formats[wish.format];
  return { name: fileName(file, ending), type, body: await write(file, dayOf(deps.now())) };
};

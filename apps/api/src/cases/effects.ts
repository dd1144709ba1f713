import type { RecordCaseEntry, RecordableContent } from '@samhold/contract';
import { AppError } from '../errors.ts';
import type { Writer } from './append-entry.ts';
import type { FoundCase } from './case-for.ts';
import { measurePlace } from './chain.ts';
import { endMeasures, putMeasure } from './measure-queries.ts';
import { mergeInto } from './merge-case.ts';
import { knownPupils } from './queries.ts';
import { splitOff } from './split-case.ts';
import * as writes from './writes.ts';

type Changes = Parameters<typeof writes.updateCase>[2];
type Said<K extends RecordableContent['kind']> = Extract<RecordableContent, { readonly kind: K }>;
export type Doing<K extends RecordableContent['kind']> = {
  readonly writer: Writer;
  readonly found: FoundCase;
  readonly entry: RecordCaseEntry;
  readonly said: Said<K>;
  /** Of the entry. */
  readonly number: number;
};
type Effect<K extends RecordableContent['kind']> = (doing: Doing<K>) => Promise<Changes>;

const placeOf = ({ writer, found }: Pick<Doing<'note'>, 'writer' | 'found'>) => ({
  of: { schoolId: writer.actor.schoolId, caseId: found.row.case_id },
  by: { staffId: writer.actor.staffId, now: writer.now },
});

const plan: Effect<'plan'> = async ({ writer, found, entry, said, number }) => {
  const { tx, sealer, actor } = writer;
  const { case_id } = found.row;
  for (const { measureId, what, level, classId, responsibleId, fromOn, toOn } of said.measures) {
    const put = await putMeasure(tx, {
      ...{ school_id: actor.schoolId, measure_id: measureId, case_id, plan_entry: number, level },
      ...{ class_id: classId, responsible_id: responsibleId, from_on: fromOn, to_on: toOn },
      what: sealer.seal(what, measurePlace(measureId)),
    });
    if (!put) throw new AppError('text_changed');
  }
  const kept = said.measures.map(({ measureId }) => measureId);
  await endMeasures(tx, actor.schoolId, case_id, entry.occurredOn, { except: kept });
  return { evaluate_on: said.evaluateOn.toSorted()[0] ?? null };
};

const evaluation: Effect<'evaluation'> = async ({ writer, found, entry, said }) => {
  const only = said.effects.filter(({ next }) => next === 'end').map(({ measureId }) => measureId);
  await endMeasures(writer.tx, writer.actor.schoolId, found.row.case_id, entry.occurredOn, { only });
  return { evaluate_on: said.nextOn };
};

const over = async ({ writer, found, entry }: Pick<Doing<'note'>, 'writer' | 'found' | 'entry'>) => {
  await endMeasures(writer.tx, writer.actor.schoolId, found.row.case_id, entry.occurredOn, {});
  return { closed_at: writer.now, evaluate_on: null };
};

const staffAdded: Effect<'staff_added'> = async (doing) => {
  const { writer, found, said } = doing;
  const { of, by } = placeOf(doing);
  const before = found.people.staff.find(({ part }) => part === 'responsible');
  await writes.endStaff(writer.tx, of, said.staffId, writer.now);
  // Whoever hands a case over goes on taking part until taken out.
  if (said.part === 'responsible' && before !== undefined && before.staffId !== said.staffId) {
    await writes.endStaff(writer.tx, of, before.staffId, writer.now);
    await writes.putStaff(writer.tx, of, before.staffId, 'participant', by);
  }
  await writes.putStaff(writer.tx, of, said.staffId, said.part, by);
  return {};
};

const effects: { readonly [K in RecordableContent['kind']]?: Effect<K> } = {
  principal_told: async ({ said, found }) => ({ serious: found.row.serious || said.serious }),
  plan,
  evaluation,
  closed: over,
  ended: over,
  reopened: async () => ({ closed_at: null }),
  merged: mergeInto,
  split: splitOff,
  pupil_added: async (doing) => {
    const { writer, entry, said } = doing;
    const pupilId = entry.pupilId ?? '';
    if ((await knownPupils(writer.tx, writer.actor.schoolId, [pupilId])) === 0)
      throw new AppError('not_found');
    const { of, by } = placeOf(doing);
    await writes.putPupil(writer.tx, of, pupilId, said.part, by);
    return {};
  },
  pupil_removed: async (doing) => {
    const { writer, entry } = doing;
    await writes.removePupil(writer.tx, placeOf(doing).of, entry.pupilId ?? '', writer.now);
    return {};
  },
  staff_added: staffAdded,
  staff_removed: async (doing) => {
    const { writer, said } = doing;
    await writes.endStaff(writer.tx, placeOf(doing).of, said.staffId, writer.now);
    return {};
  },
};

/** What an entry changes of the case besides its stage. */
export const effectOf = (doing: Doing<RecordableContent['kind']>): Promise<Changes> => {
  // The row of the table is the one of the content's own kind.
  const effect = effects[doing.said.kind] as Effect<RecordableContent['kind']> | undefined;
  return effect?.(doing) ?? Promise.resolve({});
};

import { signalSentences, type ClassSignals, type Signal } from '@samhold/analysis';
import type { ClassSignalList, SignalState, SignalView, VerifySignal } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { criteria } from '@samhold/survey';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { mayReadNamedResults } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { ownCriteria } from '../questionnaires/service.ts';
import { pupilLabels, wholeNames } from '../roster/names.ts';
import { classList } from '../roster/service.ts';
import { helpersIn } from '../rounds/pupil-help.ts';
import { readableClass, sittingsOfClass } from '../rounds/sittings.ts';
import { openViews } from './open-views.ts';
import * as queries from './queries.ts';

export const observedPlace = (verificationId: string) =>
  ({ table: 'verification', column: 'observed', row: verificationId }) as const;

const standardPhrases = criteria.map(({ id, phrase }): [string, string] => [id, phrase.nb]);

type Context = {
  /** By criterion. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly labels: ReadonlyMap<string, string>;
  /** By «sitting pupil». */
  readonly helpers: ReadonlyMap<string, string>;
  readonly summaries: ReadonlyMap<string, ClassSignals>;
  readonly verifications: ReadonlyMap<string, SignalView['verifications']>;
  readonly views: ReadonlyMap<string, SignalView['views']>;
};

const contextOf = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  rows: readonly queries.SignalRow[],
  sittingIds: readonly string[],
  listed: readonly string[],
): Promise<Context> => {
  const pupilIds = [...new Set([...listed, ...rows.map((row) => row.pupil_id)])];
  const labels = await pupilLabels(tx, sealer, schoolId, pupilIds);
  const summaries = await queries.summariesOf(tx, schoolId, sittingIds);
  const history = await queries.verificationsOf(
    tx,
    schoolId,
    rows.map((row) => row.signal_id),
  );
  const helpers = await helpersIn(tx, schoolId, [...new Set(rows.map((row) => row.sitting_id))]);
  const staffIds = [...history.map((row) => row.staff_id), ...helpers.values()];
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(staffIds)]);
  const verifications = Map.groupBy(history, (row) => row.signal_id);
  const own = await ownCriteria(tx, schoolId);
  return {
    phrases: Object.fromEntries([...standardPhrases, ...own.map(({ id, phrase }) => [id, phrase])]),
    labels: new Map(labels.map((pupil) => [pupil.pupilId, pupil.label])),
    helpers: new Map([...helpers].map(([of, staffId]) => [of, names.get(staffId) ?? '–'])),
    // Written by storeSignals only.
    summaries: new Map(summaries.map((row) => [row.sitting_id, row.figures as unknown as ClassSignals])),
    views: await openViews(tx, sealer, schoolId, rows),
    verifications: new Map(
      [...verifications].map(([signalId, entries]) => [
        signalId,
        entries.map((entry) => ({
          state: entry.state as SignalState,
          observed: sealer.open(entry.observed, observedPlace(entry.verification_id)),
          by: names.get(entry.staff_id) ?? '–',
          at: entry.verified_at.toISOString(),
        })),
      ]),
    ),
  };
};

const view = (row: queries.SignalRow, context: Context): SignalView => {
  // Written by storeSignals only.
  const signal = row.evidence as unknown as Signal;
  const summary = context.summaries.get(row.sitting_id);
  const sentences =
    summary === undefined ? undefined : signalSentences(signal, summary, 'nb', context.phrases);
  return {
    signalId: row.signal_id,
    sittingId: row.sitting_id,
    roundName: row.name,
    pupil: { pupilId: row.pupil_id, label: context.labels.get(row.pupil_id) ?? '–' },
    helper: context.helpers.get(`${row.sitting_id} ${row.pupil_id}`) ?? null,
    level: signal.level,
    state: row.state as SignalState,
    createdAt: row.created_at.toISOString(),
    noLongerAt: row.no_longer_at?.toISOString() ?? null,
    ruleId: row.rule_id,
    ruleSetVersion: row.rule_set_version,
    headline: sentences?.headline ?? '',
    evidence: [...(sentences?.evidence ?? [])],
    against: [...(sentences?.against ?? [])],
    howSure: [...(sentences?.howSure ?? [])],
    couldExplain: [...(sentences?.couldExplain ?? [])],
    verifications: [...(context.verifications.get(row.signal_id) ?? [])],
    views: [...(context.views.get(row.signal_id) ?? [])],
  };
};

/** Signals about one pupil with their evidence, as the list of the class shows them. `listed`: who is called by name beside. */
export const signalsOfPupil = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  classId: string,
  pupilId: string,
  listed: readonly string[],
  { evenRestricted = false }: { readonly evenRestricted?: boolean } = {},
): Promise<SignalView[]> => {
  const rows = (await queries.signalsOfClass(tx, schoolId, classId, evenRestricted)).filter(
    (row) => row.pupil_id === pupilId,
  );
  const sittingIds = [...new Set(rows.map((row) => row.sitting_id))];
  const context = await contextOf(tx, sealer, schoolId, rows, sittingIds, listed);
  return rows.map((row) => view(row, context));
};

/** How many signals wait for somebody to see, by pupil. */
export const waitingByPupil = async (
  tx: Tx,
  schoolId: string,
  classId: string,
): Promise<ReadonlyMap<string, number>> => {
  const waiting = (await queries.signalsOfClass(tx, schoolId, classId)).filter(
    (row) => row.no_longer_at === null && (row.state === 'new' || row.state === 'being_verified'),
  );
  return new Map([...Map.groupBy(waiting, (row) => row.pupil_id)].map(([id, rows]) => [id, rows.length]));
};

/** Every signal of the class this year with its evidence, also those answered: nothing disappears. */
export const readClassSignals = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
): Promise<ClassSignalList> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const list = await readableClass(tx, actor, classId, dayOf(deps.now()));
    const rows = await queries.signalsOfClass(tx, actor.schoolId, classId);
    const sittings = (await sittingsOfClass(tx, actor.schoolId, classId)).filter(
      (row) => row.closed_at !== null,
    );
    const context = await contextOf(
      tx,
      await sealer(),
      actor.schoolId,
      rows,
      sittings.map((row) => row.sitting_id),
      list.pupils.map((pupil) => pupil.pupilId),
    );
    await logOpening(tx, actor, deps.now(), {
      action: 'signals.read',
      subjectKind: 'class',
      subjectId: classId,
      purpose: "read the class's signals",
    });
    return {
      classId,
      className: list.name,
      rounds: sittings.flatMap((row) => {
        const summary = context.summaries.get(row.sitting_id);
        if (row.kind !== 'sociogram' && summary === undefined) return [];
        return {
          sittingId: row.sitting_id,
          roundName: row.name,
          closedAt: (row.closed_at ?? row.opened_at).toISOString(),
          participation: row.listed === 0 ? 0 : row.responded / row.listed,
          found: rows.filter((signal) => signal.sitting_id === row.sitting_id && signal.no_longer_at === null)
            .length,
          expectedByChance: summary?.chance?.expected ?? null,
          notComputed: summary?.notComputed ?? null,
        };
      }),
      signals: rows.map((row) => view(row, context)),
    };
  });

/** One signal of a class as its list shows it. Throws not_found when the class has no such signal. */
export const signalOfClass = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  classId: string,
  signalId: string,
  today: string,
): Promise<SignalView> => {
  const rows = await queries.signalsOfClass(tx, schoolId, classId);
  const row = rows.find((candidate) => candidate.signal_id === signalId);
  if (row === undefined) throw new AppError('not_found');
  const list = await classList(tx, schoolId, classId, today);
  const sittingIds = [...new Set(rows.map((one) => one.sitting_id))];
  const listed = list?.pupils.map((pupil) => pupil.pupilId) ?? [];
  return view(row, await contextOf(tx, sealer, schoolId, rows, sittingIds, listed));
};

/**
 * Records what staff saw or heard about a signal, and its new state. The record is added, never changed; the same id again
 * is the same record. Throws `text_changed` when the id has been used for something else.
 */
export const verifySignal = (
  deps: Dependencies,
  actor: StaffActor,
  signalId: string,
  body: VerifySignal,
): Promise<SignalView> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const found = await queries.lockSignal(tx, actor.schoolId, signalId);
    if (found === undefined || !mayReadNamedResults(actor, found.class_id)) throw new AppError('not_found');
    const school = await sealer();
    const { verificationId, state, observed } = body;
    const added = await queries.insertVerification(tx, {
      school_id: actor.schoolId,
      verification_id: verificationId,
      signal_id: signalId,
      staff_id: actor.staffId,
      ...{ state, observed: school.seal(observed, observedPlace(verificationId)), verified_at: deps.now() },
    });
    const after = () =>
      signalOfClass(tx, school, actor.schoolId, found.class_id, signalId, dayOf(deps.now()));
    if (!added) {
      const [kept] = (await queries.verificationsOf(tx, actor.schoolId, [signalId])).filter(
        (row) => row.verification_id === verificationId,
      );
      const isSame =
        kept?.staff_id === actor.staffId &&
        kept.state === state &&
        school.open(kept.observed, observedPlace(verificationId)) === observed;
      if (!isSame) throw new AppError('text_changed');
      return after();
    }
    await queries.setState(tx, actor.schoolId, signalId, state);
    await logOpening(tx, actor, deps.now(), {
      action: 'signal.verify',
      subjectKind: 'signal',
      subjectId: signalId,
      purpose: 'record what was seen or heard',
    });
    return after();
  });

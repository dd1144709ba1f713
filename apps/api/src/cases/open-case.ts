import type { CaseEvidence, OpenCase, OpenedCase } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { holdsAny, mayReadNamedResults } from '../access/policy.ts';
import { dayOf, writtenDay } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { putInCase, reportForCase } from '../incidents/into-case.ts';
import { followUpInCase, signalForCase } from '../signals/for-case.ts';
import { lowThemesForCase } from '../survey-follow-up/for-case.ts';
import { wishedAt } from '../talks/service.ts';
import type { Writer } from './append-entry.ts';
import { startCase, type CaseStart } from './start-case.ts';

type Ground = {
  readonly evidence: CaseEvidence;
  readonly source: CaseStart['sources'][number];
  /** A signal that is not said to be followed up yet. */
  readonly toMark?: string;
};

const signalGround = async ({ tx, sealer, actor }: Writer, signalId: string): Promise<Ground> => {
  const found = await signalForCase(tx, sealer, actor.schoolId, signalId);
  const reads =
    found !== undefined &&
    (mayReadNamedResults(actor, found.classId) || holdsAny(actor, ['social_teacher', 'leadership']));
  if (!reads) throw new AppError('not_found');
  const { view } = found;
  // What a survey says is checked before anything is done (forskrift § 20-5).
  if (view.state !== 'confirmed' && view.state !== 'already_followed_up')
    throw new AppError('signal_not_confirmed');
  const said = view.views.map(
    ({ whose, text }) => `${whose === 'pupil' ? 'Eleven' : 'Foresatte'} sier: ${text}`,
  );
  const seen = view.verifications.map(
    ({ observed, by, at }) => `${by}, ${writtenDay(dayOf(new Date(at)))}: ${observed}`,
  );
  return {
    source: { kind: 'signal', sourceId: signalId },
    ...(view.state === 'confirmed' ? { toMark: signalId } : {}),
    evidence: {
      title: `${view.roundName}, ${writtenDay(dayOf(new Date(view.createdAt)))}: ${view.headline}`,
      sentences: [...view.evidence, ...view.against, ...seen, ...said],
    },
  };
};

const wishGround = async (
  { tx, actor }: Writer,
  key: NonNullable<OpenCase['talkWish']>,
): Promise<Ground> => ({
  source: { kind: 'talk_wish', sourceId: key.sittingId },
  evidence: {
    title: 'Eleven ba om å få snakke med en voksen',
    sentences: [`I undersøkelsen ${writtenDay(dayOf(await wishedAt(tx, actor, key)))}.`],
  },
});

const number = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 2 });

const surveyGround = async ({ tx, actor }: Writer, classId: string): Promise<Ground> => {
  const found = await lowThemesForCase(tx, actor, classId);
  if (found === undefined) throw new AppError('not_found');
  return {
    source: { kind: 'survey', sourceId: classId },
    evidence: {
      title: `Elevundersøkelsen ${found.year}–${found.year + 1}`,
      sentences: found.themes.map(
        ({ question, topic, value, nation, ofClass }) =>
          `${question || topic}: ${number.format(value)} ${ofClass ? 'i klassen' : 'på trinnet'}, ${number.format(nation)} i hele landet.`,
      ),
    },
  };
};

/** Opens a case from what staff know, or from reports, a confirmed signal, a wish to talk or low themes of a class, whose evidence it copies. */
export const openCase = (deps: Dependencies, actor: StaffActor, body: OpenCase): Promise<OpenedCase> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    if (!actor.trained) throw new AppError('training_missing');
    const now = deps.now();
    const writer: Writer = { tx, sealer: await sealer(), actor, now };
    const { signalIds, talkWish, surveyClassId, reportIds, ...start } = body;
    if (start.from === 'split') throw new AppError('invalid_request', ['from']);
    const reports: Awaited<ReturnType<typeof reportForCase>>[] = [];
    for (const reportId of reportIds) reports.push(await reportForCase(writer, reportId));
    const grounds: Ground[] = reports.map(({ row, evidence }) => ({
      ...{ source: { kind: 'incident', sourceId: row.report_id }, evidence },
    }));
    for (const signalId of signalIds) grounds.push(await signalGround(writer, signalId));
    if (talkWish !== null) grounds.push(await wishGround(writer, talkWish));
    if (surveyClassId !== null) grounds.push(await surveyGround(writer, surveyClassId));
    const opened = await startCase(writer, {
      ...start,
      evidence: grounds.map(({ evidence }) => evidence),
      sources: grounds.map(({ source }) => source),
    });
    for (const report of reports) await putInCase(writer, report, opened.caseId);
    // A case under § 12-5 leaves no trace where the accused might read.
    if (start.kind === 'environment')
      for (const { toMark } of grounds)
        if (toMark !== undefined) await followUpInCase(tx, writer.sealer, actor, toMark, now);
    return opened;
  });

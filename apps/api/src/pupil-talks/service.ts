import { randomUUID } from 'node:crypto';
import type { ClassPupilTalks, PupilTalk, PupilTalkPage, SaveTalk } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf, writtenDay } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { hiddenPupilIds } from '../people/hidden-pupils.ts';
import { ownAnswers } from '../pupils/answers.ts';
import { ownChoices } from '../pupils/choices.ts';
import { closedAt, heldRounds } from '../pupils/held-rounds.ts';
import { ownPupil, writablePupil } from '../pupils/own-pupil.ts';
import { pupilLabels, wholeNames } from '../roster/names.ts';
import { readableClass } from '../rounds/sittings.ts';
import { schoolName } from '../school/service.ts';
import { wishesOfPupil } from '../talks/service.ts';
import { talkMaterial } from './material.ts';
import * as queries from './queries.ts';
import { emptyTalk, openTalk, sealContent, stateOf, summaryOf } from './saved-talk.ts';
import { talkSheet } from './talk-sheet.ts';
import { termOf } from './term.ts';

type OfPupil = { readonly classId: string; readonly pupilId: string };

/** The pupil as the class calls the pupil today, also one who has left it. */
const labelOf = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  listed: readonly { readonly pupilId: string }[],
  pupilId: string,
) => {
  const ids = [...new Set([...listed.map((pupil) => pupil.pupilId), pupilId])];
  const labels = await pupilLabels(tx, sealer, schoolId, ids);
  return labels.find((label) => label.pupilId === pupilId) ?? { pupilId, label: '–' };
};

const savedTalks = async (tx: Tx, sealer: SchoolSealer, schoolId: string, { classId, pupilId }: OfPupil) => {
  const rows = await queries.talksOfPupil(tx, schoolId, classId, pupilId);
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(rows.map((row) => row.staff_id))]);
  return rows.map((row) => openTalk(sealer, names, row));
};

const material = async (tx: Tx, schoolId: string, { classId, pupilId }: OfPupil) => {
  const { wellbeing, sociograms } = await heldRounds(tx, schoolId, classId);
  const wishes = await wishesOfPupil(tx, schoolId, classId, pupilId);
  return talkMaterial(
    wellbeing.map((row) => ({ name: row.name, closedAt: closedAt(row) })),
    await ownAnswers(tx, schoolId, pupilId, wellbeing),
    await ownChoices(tx, schoolId, pupilId, sociograms),
    wishes.map(
      ({ wishedAt, handled }) =>
        `Eleven ønsket å snakke med en voksen ${writtenDay(dayOf(wishedAt))}.${handled ? ' Samtalen er tatt.' : ''}`,
    ),
  );
};

/** The pupil, and the talks that are saved: the one of this term and those before it. */
const talkInScope = async (tx: Tx, sealer: SchoolSealer, actor: StaffActor, of: OfPupil, now: Date) => {
  const { schoolId } = actor;
  const { list } = await ownPupil(tx, actor, of.classId, of.pupilId, dayOf(now));
  const saved = await savedTalks(tx, sealer, schoolId, of);
  const term = termOf(dayOf(now));
  await logOpening(tx, actor, now, {
    action: 'pupil-talk.read',
    subjectKind: 'pupil',
    subjectId: of.pupilId,
    purpose: 'prepare or follow up a talk with the pupil',
  });
  return {
    classId: of.classId,
    className: list.name,
    pupil: await labelOf(tx, sealer, schoolId, list.pupils, of.pupilId),
    talk: saved.find((talk) => talk.term === term) ?? emptyTalk(term),
    earlier: saved.filter((talk) => talk.term !== term),
  };
};

const readInScope = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  of: OfPupil,
  now: Date,
): Promise<PupilTalkPage> => ({
  ...(await talkInScope(tx, sealer, actor, of, now)),
  material: await material(tx, actor.schoolId, of),
});

/** The talk of this term with one pupil, and what there is to talk about. */
export const readTalk = (deps: Dependencies, actor: StaffActor, of: OfPupil): Promise<PupilTalkPage> =>
  deps.db.inScope(actor, async (tx, sealer) => readInScope(tx, await sealer(), actor, of, deps.now()));

/**
 * Stores the talk of the term as a new version, unless it says what the last one says. Over an older version than the last
 * it is refused with `text_changed`.
 */
export const storeTalk = async (
  tx: Tx,
  sealer: SchoolSealer,
  { schoolId, staffId }: Pick<StaffActor, 'schoolId' | 'staffId'>,
  of: OfPupil,
  { version = 0, ...content }: Omit<SaveTalk, 'version'> & { readonly version?: number },
  now: Date,
): Promise<void> => {
  const term = termOf(dayOf(now));
  const key = { school_id: schoolId, class_id: of.classId, pupil_id: of.pupilId, term };
  const talkId = await queries.lockTalk(tx, { ...key, pupil_talk_id: randomUUID() });
  const before =
    (await savedTalks(tx, sealer, schoolId, of)).find((talk) => talk.term === term) ?? emptyTalk(term);
  const { topics, agreed, heldOn, nextOn } = content;
  const same =
    before.topics === topics &&
    before.agreed === agreed &&
    before.heldOn === heldOn &&
    before.nextOn === nextOn;
  if (same) return;
  if (before.version !== version) throw new AppError('text_changed');
  await queries.insertVersion(tx, {
    ...{ school_id: schoolId, pupil_talk_id: talkId, version: version + 1 },
    content: sealContent(sealer, talkId, version + 1, content),
    ...{ held_on: heldOn, next_on: nextOn, staff_id: staffId, written_at: now },
  });
};

/** Saves the talk of this term with one pupil. */
export const saveTalk = (
  deps: Dependencies,
  actor: StaffActor,
  of: OfPupil,
  talk: SaveTalk,
): Promise<PupilTalkPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    await writablePupil(tx, actor, of.classId, of.pupilId, dayOf(now));
    const school = await sealer();
    await storeTalk(tx, school, actor, of, talk, now);
    return readInScope(tx, school, actor, of, now);
  });

/** Who of the class has had the talk of this term. */
export const readClassTalks = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
): Promise<ClassPupilTalks> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const list = await readableClass(tx, actor, classId, dayOf(now));
    const term = termOf(dayOf(now));
    const ids = list.pupils.map((pupil) => pupil.pupilId);
    const talks = new Map(
      (await queries.talksOfClass(tx, actor.schoolId, classId, term)).map((row) => [row.pupil_id, row]),
    );
    const labels = await pupilLabels(tx, await sealer(), actor.schoolId, ids);
    await logOpening(tx, actor, now, {
      action: 'pupil-talks.read',
      subjectKind: 'class',
      subjectId: classId,
      purpose: 'see which talks are held',
    });
    return {
      classId,
      className: list.name,
      term,
      pupils: labels.map((pupil) => ({ pupil, ...summaryOf(talks.get(pupil.pupilId)) })),
    };
  });

/** How far the talks of this term are, by pupil. */
export const talkStates = async (tx: Tx, schoolId: string, classId: string, today: string) =>
  new Map(
    (await queries.talksOfClass(tx, schoolId, classId, termOf(today))).map((row) => [
      row.pupil_id,
      stateOf(row),
    ]),
  );

export const talksOfPupil = async (tx: Tx, schoolId: string, classId: string, pupilId: string) =>
  (await queries.talksOfPupil(tx, schoolId, classId, pupilId)).map((row) => ({
    // The column's check constraint allows exactly these.
    term: row.term as 'autumn' | 'spring',
    ...summaryOf(row),
  }));

/** The talks with what was prepared and agreed, as last saved. */
export const writtenTalksOfPupil = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  classId: string,
  pupilId: string,
): Promise<readonly PupilTalk[]> => {
  const rows = await queries.talksOfPupil(tx, schoolId, classId, pupilId);
  const names = await wholeNames(tx, sealer, schoolId, [...new Set(rows.map((row) => row.staff_id))]);
  return rows.map((row) => openTalk(sealer, names, row));
};

/** The sheet to have on the table; without the name of a pupil who must stand on no paper (P8). */
export const printTalkSheet = (deps: Dependencies, actor: StaffActor, of: OfPupil): Promise<Buffer> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const now = deps.now();
    const { pupil, className, talk } = await talkInScope(tx, await sealer(), actor, of, now);
    const hidden = await hiddenPupilIds(tx, actor.schoolId);
    return talkSheet({
      frame: {
        subtitle: className,
        schoolName: await schoolName(tx, actor.schoolId),
        day: dayOf(now),
      },
      pupil: hidden.has(of.pupilId) ? '' : pupil.label,
      talk,
    });
  });

import type { ClassPupils, PupilPage } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { noteCounts, notesOfPupil } from '../notes/read-notes.ts';
import { talksOfPupil, talkStates } from '../pupil-talks/service.ts';
import { pupilLabels, wholeNames } from '../roster/names.ts';
import { helpersIn } from '../rounds/pupil-help.ts';
import { readableClass } from '../rounds/sittings.ts';
import { signalsOfPupil, waitingByPupil } from '../signals/service.ts';
import { ownAnswers } from './answers.ts';
import { ownChoices } from './choices.ts';
import { closedAt, heldRounds } from './held-rounds.ts';
import { ownPupil } from './own-pupil.ts';

/** The pupils of the class today, with what waits at each. */
export const readClassPupils = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
): Promise<ClassPupils> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const list = await readableClass(tx, actor, classId, dayOf(now));
    const ids = list.pupils.map((pupil) => pupil.pupilId);
    const waiting = await waitingByPupil(tx, schoolId, classId);
    const notes = await noteCounts(tx, schoolId, classId);
    const talks = await talkStates(tx, schoolId, classId, dayOf(now));
    await logOpening(tx, actor, now, {
      action: 'class-pupils.read',
      subjectKind: 'class',
      subjectId: classId,
      purpose: "look over the class's pupils",
    });
    return {
      classId,
      className: list.name,
      pupils: (await pupilLabels(tx, await sealer(), schoolId, ids)).map((pupil) => ({
        pupil,
        signalsToVerify: waiting.get(pupil.pupilId) ?? 0,
        notes: notes.get(pupil.pupilId) ?? 0,
        talk: talks.get(pupil.pupilId) ?? 'not_prepared',
      })),
    };
  });

/** All there is of one pupil this school year, for the class's own contact teacher. */
export const readPupilPage = (
  deps: Dependencies,
  actor: StaffActor,
  { classId, pupilId }: { readonly classId: string; readonly pupilId: string },
): Promise<PupilPage> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const { list, onList } = await ownPupil(tx, actor, classId, pupilId, dayOf(now));
    const school = await sealer();
    const { wellbeing, sociograms } = await heldRounds(tx, schoolId, classId);
    const answers = await ownAnswers(tx, schoolId, pupilId, wellbeing);
    const choices = await ownChoices(tx, schoolId, pupilId, sociograms);
    const chosen = choices.flatMap(({ criteria }) =>
      criteria.flatMap(({ chose, chosenBy }) => [...chose, ...chosenBy]),
    );
    const ids = [...new Set([...list.pupils.map((pupil) => pupil.pupilId), pupilId, ...chosen])];
    const labels = await pupilLabels(tx, school, schoolId, ids);
    const called = new Map(labels.map((pupil) => [pupil.pupilId, pupil.label]));
    const inOrder = (among: readonly string[]): string[] =>
      labels.filter((pupil) => among.includes(pupil.pupilId)).map((pupil) => pupil.label);
    const helpers = await helpersIn(
      tx,
      schoolId,
      wellbeing.map((row) => row.sitting_id),
    );
    const names = await wholeNames(tx, school, schoolId, [...new Set(helpers.values())]);
    await logOpening(tx, actor, now, {
      action: 'pupil.read',
      subjectKind: 'pupil',
      subjectId: pupilId,
      purpose: 'follow up the pupil',
    });
    return {
      classId,
      className: list.name,
      pupil: { pupilId, label: called.get(pupilId) ?? '–' },
      onList,
      wellbeing: {
        rounds: wellbeing.map((row, at) => ({
          ...{ sittingId: row.sitting_id, name: row.name, closedAt: closedAt(row) },
          responded: answers.responded[at] ?? false,
          helper: names.get(helpers.get(`${row.sitting_id} ${pupilId}`) ?? '') ?? null,
        })),
        themes: answers.themes.map(({ name, items }) => ({ name, items: [...items] })),
      },
      sociograms: sociograms.map((row, at) => ({
        ...{ sittingId: row.sitting_id, name: row.name, closedAt: closedAt(row) },
        responded: choices[at]?.responded ?? false,
        respondents: row.responded,
        criteria: (choices[at]?.criteria ?? []).map(({ chose, chosenBy, ...rest }) => ({
          ...rest,
          mutual: inOrder(chose.filter((id) => chosenBy.includes(id))),
          chose: inOrder(chose.filter((id) => !chosenBy.includes(id))),
          chosenBy: inOrder(chosenBy.filter((id) => !chose.includes(id))),
        })),
      })),
      signals: await signalsOfPupil(tx, school, schoolId, classId, pupilId, ids),
      notes: await notesOfPupil(tx, school, schoolId, classId, pupilId),
      talks: await talksOfPupil(tx, schoolId, classId, pupilId),
    };
  });

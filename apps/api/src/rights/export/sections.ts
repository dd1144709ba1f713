import type { NoteView, PupilPage } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { writtenDay } from '../../calendar-days.ts';
import type { Section } from '../../case-documents/sections.ts';
import { wholeNames } from '../../roster/names.ts';
import { notesOfPupil } from '../../notes/read-notes.ts';
import { writtenTalksOfPupil } from '../../pupil-talks/service.ts';
import { ownAnswers } from '../../pupils/answers.ts';
import { ownChoices } from '../../pupils/choices.ts';
import { closedAt, heldRounds } from '../../pupils/held-rounds.ts';
import { signalsOfPupil } from '../../signals/service.ts';
import { measures, wishes } from './asked-and-done.ts';
import { ofDay, section } from './section.ts';

type Of = { readonly schoolId: string; readonly pupilId: string };
type Answers = Awaited<ReturnType<typeof ownAnswers>>['themes'];

export type ClassOfPupil = { readonly classId: string; readonly className: string };

const block = (heading: string, aside: string, key: string, label: string, lines: readonly string[]) =>
  section(heading, aside, key, [[label, lines.filter((line) => line.trim() !== '').join('\n')]]);

const answerLines = (themes: Answers, round: number): readonly string[] =>
  themes.flatMap(({ items }) =>
    items.flatMap(({ text, answers }) => {
      const given = answers[round];
      return given === null || given === undefined ? [] : [`${text} ${given.text}.`];
    }),
  );

const wellbeing = async (tx: Tx, of: Of, classId: string): Promise<readonly Section[]> => {
  const { wellbeing: sittings } = await heldRounds(tx, of.schoolId, classId);
  const { themes } = await ownAnswers(tx, of.schoolId, of.pupilId, sittings);
  return sittings.flatMap((sitting, round) =>
    block(
      sitting.name,
      `Trivsel, ${ofDay(closedAt(sitting))}`,
      `answers ${sitting.sitting_id}`,
      'Elevens svar',
      answerLines(themes, round),
    ),
  );
};

/** Nothing of a round whose choices have been deleted: that nobody chose would be untrue. */
const choiceLines = (
  own: Awaited<ReturnType<typeof ownChoices>>[number] | undefined,
  called: ReadonlyMap<string, string>,
): readonly string[] => {
  if (own === undefined || !(own.responded || own.criteria.some(({ chosenBy }) => chosenBy.length > 0)))
    return [];
  return own.criteria.map(({ title, chose, chosenBy, choseOutside }) => {
    const named = chose.map((id) => called.get(id) ?? '–');
    const all = choseOutside > 0 ? [...named, `${choseOutside} utenfor klassen`] : named;
    const said = own.responded ? `valgte ${all.join(', ') || 'ingen'}` : 'svarte ikke';
    return `${title}: ${said}. Valgt av ${chosenBy.length}.`;
  });
};

/** Whom the pupil chose the pupil said; who chose the pupil others did, and only how many is told (P4). */
const sociograms = async (tx: Tx, sealer: SchoolSealer, of: Of, classId: string) => {
  const { sociograms: sittings } = await heldRounds(tx, of.schoolId, classId);
  const choices = await ownChoices(tx, of.schoolId, of.pupilId, sittings);
  const ids = choices.flatMap(({ criteria }) => criteria.flatMap(({ chose }) => chose));
  const called = await wholeNames(tx, sealer, of.schoolId, ids);
  return sittings.flatMap((sitting, at) =>
    block(
      sitting.name,
      `Sosiogram, ${ofDay(closedAt(sitting))}`,
      `choices ${sitting.sitting_id}`,
      'Elevens valg',
      choiceLines(choices[at], called),
    ),
  );
};

type SignalState = PupilPage['signals'][number]['state'];
const stateWords: Readonly<Record<SignalState, string>> = {
  new: 'ikke vurdert ennå',
  being_verified: 'undersøkes',
  confirmed: 'bekreftet',
  not_confirmed: 'ikke bekreftet',
  already_followed_up: 'følges opp fra før',
};

const viewLine = ({ whose, text, by, at }: NoteView): string =>
  `${whose === 'pupil' ? 'Elevens syn' : 'Foresattes syn'}, skrevet ned av ${by} ${ofDay(at)}: ${text}`;

const signals = async (tx: Tx, sealer: SchoolSealer, of: Of, classId: string): Promise<readonly Section[]> =>
  (
    await signalsOfPupil(tx, sealer, of.schoolId, classId, of.pupilId, [of.pupilId], { evenRestricted: true })
  ).flatMap((signal) =>
    block(
      'Tegn å se nærmere på',
      `${signal.roundName}, ${ofDay(signal.createdAt)}, ${stateWords[signal.state]}`,
      `signal ${signal.signalId}`,
      signal.headline,
      [
        ...[...signal.evidence, ...signal.against, ...signal.howSure, ...signal.couldExplain],
        ...signal.verifications.map(
          (one) => `${ofDay(one.at)}, ${one.by} (${stateWords[one.state]}): ${one.observed}`,
        ),
        ...signal.views.map(viewLine),
      ],
    ),
  );

const notes = async (tx: Tx, sealer: SchoolSealer, of: Of, classId: string): Promise<readonly Section[]> =>
  (await notesOfPupil(tx, sealer, of.schoolId, classId, of.pupilId)).flatMap((note) =>
    block(
      'Notat',
      note.withdrawn === null ? '' : `Trukket tilbake av ${note.withdrawn.by}`,
      `note ${note.noteId}`,
      'Notat',
      [
        ...note.versions.map(
          ({ version, text, by, at }) => `${version === 1 ? '' : 'Rettelse. '}${ofDay(at)}, ${by}: ${text}`,
        ),
        ...note.views.map(viewLine),
      ],
    ),
  );

const talks = async (tx: Tx, sealer: SchoolSealer, of: Of, classId: string): Promise<readonly Section[]> =>
  (await writtenTalksOfPupil(tx, sealer, of.schoolId, classId, of.pupilId)).flatMap((talk) =>
    block(
      talk.term === 'autumn' ? 'Elevsamtale, høst' : 'Elevsamtale, vår',
      talk.heldOn === null ? 'ikke holdt ennå' : `holdt ${writtenDay(talk.heldOn)}`,
      `talk ${classId} ${talk.term}`,
      'Forberedt og avtalt',
      [talk.topics, talk.agreed],
    ),
  );

/** Everything of one class that is a pupil's or about the pupil, each text with a key of its own. */
export const sectionsOfClass = async (
  tx: Tx,
  sealer: SchoolSealer,
  of: Of,
  { classId }: ClassOfPupil,
): Promise<readonly Section[]> => [
  ...(await wellbeing(tx, of, classId)),
  ...(await sociograms(tx, sealer, of, classId)),
  ...(await signals(tx, sealer, of, classId)),
  ...(await notes(tx, sealer, of, classId)),
  ...(await talks(tx, sealer, of, classId)),
  ...(await wishes(tx, sealer, of, classId)),
  ...(await measures(tx, sealer, of, classId)),
];

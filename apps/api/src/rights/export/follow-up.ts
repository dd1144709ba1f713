import type { InvestigationResult } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../../access/actor.ts';
import { writtenDay } from '../../calendar-days.ts';
import { places, stepWords } from '../../case-documents/beside-sections.ts';
import { lastEntry } from '../../case-documents/list.ts';
import { sectionsFor, type Section } from '../../case-documents/sections.ts';
import { carriedAbout } from '../../cases/about-pupil.ts';
import { readCaseIn } from '../../cases/read-case.ts';
import { reportsAboutPupil, type ReportOfCase } from '../../incidents/of-case.ts';
import { statementsAbout, type RoundAboutPupil } from '../../investigations/about-pupil.ts';
import { minutesAboutPupil, type MinutesAboutPupil } from '../../meetings/about-pupil.ts';
import { ofDay, section, type Line } from './section.ts';

export type FollowUp = {
  readonly sections: readonly Section[];
  /** The cases, reports and surveys they are from. */
  readonly sources: readonly string[];
};

/** What a party may read of a case, as in the report of the case itself. */
const ofCase = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  of: { readonly caseId: string; readonly pupilId: string },
  now: Date,
): Promise<readonly Section[]> => {
  const view = await readCaseIn(tx, sealer, actor, of.caseId, now);
  return sectionsFor(view, 'report', of.pupilId, lastEntry(view)).map((one) => ({
    ...one,
    heading: `Skolemiljøsak ${view.reference}: ${one.heading}`,
    fields: one.fields.map((field) => ({ ...field, key: `case ${of.caseId} ${field.key}` })),
    measures: one.measures.map((measure) => ({
      ...measure,
      what: { ...measure.what, key: `case ${of.caseId} ${measure.what.key}` },
    })),
  }));
};

/** What was done about a report that whoever it is about may read; where it was taken is seen from the rest. */
const toldSteps: readonly string[] = ['guardians_told', 'logged', 'addition'];

/** Not who told of it, nor who else it is about. */
const ofReport = (report: ReportOfCase): readonly Section[] =>
  section(
    'Melding om en hendelse',
    `${writtenDay(report.happenedOn)}, ${places[report.place]}`,
    `report ${report.reportId}`,
    [
      ['Det som er sett, hørt eller fortalt', report.seen],
      ['Det den ansatte gjorde', report.done],
      ...report.steps
        .filter(({ kind }) => toldSteps.includes(kind))
        .map(({ kind, occurredOn, text }): Line => [
          stepWords[kind],
          [`${writtenDay(occurredOn)}.`, text].filter((part) => part !== '').join(' '),
        ]),
    ],
  );

const ofMinutes = ({ itemId, heldOn, texts }: MinutesAboutPupil): readonly Section[] =>
  section(
    'Referat fra møte på skolen',
    writtenDay(heldOn),
    `minutes ${itemId}`,
    texts.map((text, at): Line => [at === 0 ? 'Det som ble skrevet' : 'Skrevet til senere', text]),
  );

type Pattern = InvestigationResult['patterns'][number];

const saidWords = (said: Pattern['liked']): string =>
  said.kind === 'count'
    ? `Oppgitt av ${said.count} elever.`
    : said.kind === 'most'
      ? 'Oppgitt av alle eller nesten alle.'
      : 'Oppgitt av færre enn 3.';

const patternWords: Readonly<Record<Pattern['pattern'], string>> = {
  liked: 'Flere enn ellers i gruppen har svart «fint», og færre «vanskelig».',
  disliked: 'Færre enn ellers i gruppen har svart «fint», og flere «vanskelig».',
  both: 'Flere enn ellers i gruppen har svart både «fint» og «vanskelig».',
  neither: 'Færre enn ellers i gruppen har svart både «fint» og «vanskelig».',
};

const ofRound = (round: RoundAboutPupil): readonly Section[] =>
  section(
    'Undersøkelse blant elever i en skolemiljøsak (forskrift § 20-5)',
    `${round.className}, avsluttet ${ofDay(round.endedAt)}`,
    `round ${round.investigationId}`,
    [
      ...round.statements.map(({ title, question, said }): Line => [title, `${question} ${saidWords(said)}`]),
      ['Svarene under ett', round.pattern === null ? '' : patternWords[round.pattern.pattern]],
      ...round.replies.map(({ whose, text, recordedBy, recordedAt }): Line => [
        whose === 'pupil' ? 'Elevens syn' : 'Foresattes syn',
        `Skrevet ned av ${recordedBy} ${ofDay(recordedAt)}: ${text}`,
      ]),
    ],
  );

/** What cases, reports, minutes of them and surveys within cases say of a pupil, of those whoever gathers it carries, receives and reads. */
export const followUpOf = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  pupilId: string,
  now: Date,
): Promise<FollowUp> => {
  const caseIds = await carriedAbout(tx, actor, pupilId, now);
  const cases: Section[] = [];
  for (const caseId of caseIds) cases.push(...(await ofCase(tx, sealer, actor, { caseId, pupilId }, now)));
  const reports = await reportsAboutPupil(tx, sealer, actor, pupilId, now);
  const rounds = await statementsAbout(tx, sealer, actor, pupilId, now);
  const told = [...caseIds, ...reports.map((one) => one.reportId)];
  const minutes = await minutesAboutPupil(tx, sealer, actor, { pupilId, sources: told }, now);
  return {
    sections: [
      ...cases,
      ...reports.flatMap(ofReport),
      ...minutes.flatMap(ofMinutes),
      ...rounds.flatMap(ofRound),
    ],
    sources: [...told, ...rounds.map((one) => one.investigationId)],
  };
};

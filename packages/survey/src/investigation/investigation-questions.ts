import type { StaffTexts, Texts } from '../language.ts';
import type { NominationItem, Range } from '../questionnaire.ts';

/**
 * A question of an investigation. Its type is not that of a routine questionnaire, which knows positive nominations only, so
 * that none of these can stand in one (forskrift til opplæringslova § 20-5).
 */
export type InvestigationItem = Omit<NominationItem, 'direction' | 'comparisonCore'> & {
  readonly direction: 'positive' | 'negative';
  readonly comparisonCore: false;
};

export type InvestigationCriterion = {
  readonly id: string;
  readonly direction: 'positive' | 'negative';
  /** What staff call it. */
  readonly title: StaffTexts;
  /** What pupils are asked, by age. */
  readonly young: Texts;
  readonly older: Texts;
  readonly source: string;
};

/** In the order they can be chosen; the first two are the pair that a status rests on. */
export const investigationCriteria: readonly InvestigationCriterion[] = [
  {
    id: 'good-company',
    direction: 'positive',
    title: { nb: 'Fint å være sammen med', nn: 'Fint å vere saman med', en: 'Good to be with' },
    young: {
      nb: 'Hvem er det fint å leke med i friminuttet?',
      nn: 'Kven er det fint å leike med i friminuttet?',
      en: 'Who is it nice to play with at recess?',
    },
    older: {
      nb: 'Hvem er det fint å være sammen med i friminuttene?',
      nn: 'Kven er det fint å vere saman med i friminutta?',
      en: 'Who is it good to be with at recess?',
    },
    source: 'Liked most, Coie & Dodge 1983. Samholds egen ordlyd.',
  },
  {
    id: 'hard-company',
    direction: 'negative',
    title: {
      nb: 'Vanskelig å være sammen med',
      nn: 'Vanskeleg å vere saman med',
      en: 'Difficult to be with',
    },
    young: {
      nb: 'Hvem er det vanskelig å leke med i friminuttet?',
      nn: 'Kven er det vanskeleg å leike med i friminuttet?',
      en: 'Who is it difficult to play with at recess?',
    },
    older: {
      nb: 'Hvem er det vanskelig å være sammen med i friminuttene?',
      nn: 'Kven er det vanskeleg å vere saman med i friminutta?',
      en: 'Who is it difficult to be with at recess?',
    },
    source: 'Liked least, Coie & Dodge 1983. Samholds egen ordlyd.',
  },
  {
    id: 'kept-out',
    direction: 'negative',
    title: { nb: 'Får ikke være med', nn: 'Får ikkje vere med', en: 'Is not let in' },
    young: {
      nb: 'Hvem får ikke være med i leken?',
      nn: 'Kven får ikkje vere med i leiken?',
      en: 'Who is not allowed to join in the game?',
    },
    older: {
      nb: 'Hvem får ikke være med i det dere andre gjør?',
      nn: 'Kven får ikkje vere med i det de andre gjer?',
      en: 'Who is not allowed to join in what the rest of you do?',
    },
    source: 'Victim, Participant Role Questionnaire, Salmivalli mfl. 1996. Samholds egen ordlyd.',
  },
  {
    id: 'keeps-out',
    direction: 'negative',
    title: { nb: 'Stenger andre ute', nn: 'Stengjer andre ute', en: 'Keeps others out' },
    young: {
      nb: 'Hvem sier at andre ikke får være med?',
      nn: 'Kven seier at andre ikkje får vere med?',
      en: 'Who says that others may not join in?',
    },
    older: {
      nb: 'Hvem bestemmer at noen ikke får være med?',
      nn: 'Kven bestemmer at nokon ikkje får vere med?',
      en: 'Who decides that somebody may not join in?',
    },
    source: 'Bully, relational, Participant Role Questionnaire, Salmivalli mfl. 1996. Samholds egen ordlyd.',
  },
  {
    id: 'upsets',
    direction: 'negative',
    title: { nb: 'Gjør andre lei seg', nn: 'Gjer andre lei seg', en: 'Upsets others' },
    young: {
      nb: 'Hvem gjør at andre blir lei seg?',
      nn: 'Kven gjer at andre blir lei seg?',
      en: 'Who makes others sad?',
    },
    older: {
      nb: 'Hvem sier eller gjør ting som andre blir lei seg av?',
      nn: 'Kven seier eller gjer ting som andre blir lei seg av?',
      en: 'Who says or does things that make others sad?',
    },
    source: 'Bully, Participant Role Questionnaire, Salmivalli mfl. 1996. Samholds egen ordlyd.',
  },
  {
    id: 'helps',
    direction: 'positive',
    title: { nb: 'Hjelper andre', nn: 'Hjelper andre', en: 'Helps others' },
    young: {
      nb: 'Hvem hjelper når noen er lei seg?',
      nn: 'Kven hjelper når nokon er lei seg?',
      en: 'Who helps when somebody is sad?',
    },
    older: {
      nb: 'Hvem hjelper når noen har det vanskelig?',
      nn: 'Kven hjelper når nokon har det vanskeleg?',
      en: 'Who helps when somebody has a hard time?',
    },
    source: 'Defender, Participant Role Questionnaire, Salmivalli mfl. 1996. Samholds egen ordlyd.',
  },
];

/** The pair of criteria a status is computed from (LM and LL). */
export const statusPair = { liked: 'good-company', disliked: 'hard-company' } as const;

/** As few questions as the case needs. */
export const mostInvestigationCriteria = 4;

const young: Range = { from: 6, to: 10 };
const older: Range = { from: 10, to: 13 };
const lastYoungGrade = 4;

/** The questionnaire of an investigation: its criteria in the order of the list, worded for the lowest grade that is asked. */
export const investigationQuestionnaire = (criterionIds: readonly string[], lowestGrade: number) => {
  const isYoung = lowestGrade <= lastYoungGrade;
  const items = investigationCriteria
    .filter(({ id }) => criterionIds.includes(id))
    .map((criterion): InvestigationItem => ({
      id: `inv-${criterion.id}`,
      type: 'nomination',
      criterionId: criterion.id,
      direction: criterion.direction,
      theme: 'friends',
      text: isYoung ? criterion.young : criterion.older,
      source: criterion.source,
      ageRange: isYoung ? young : older,
      sensitive: true,
      comparisonCore: false,
    }));
  return {
    id: 'investigation',
    version: 1,
    kind: 'investigation' as const,
    grades: isYoung ? { from: 1, to: lastYoungGrade } : { from: lastYoungGrade + 1, to: 7 },
    title: { nb: 'Undersøkelse', nn: 'Undersøking', en: 'Survey' },
    scales: {},
    items,
  };
};

export type InvestigationQuestionnaire = ReturnType<typeof investigationQuestionnaire>;

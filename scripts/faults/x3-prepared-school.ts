import type { EditedQuestionnaire, SchoolYears } from '../../packages/contract/src/index.ts';
import { bodyOf } from '../../apps/api/src/testing/answering.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import { choiceOf, inPlaceOf } from '../../apps/api/src/testing/own-items.ts';
import { madeRow, surveyForm } from '../../apps/api/src/testing/survey-upload.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';

const year = { label: '2070/2071', startsOn: '2070-08-20', endsOn: '2071-06-20' };

/** A year in which nothing has been planned. */
const emptyYear = async ({ seated }: HarmedSchool): Promise<string> => {
  const made = await done(seated.browserOf('administrator'), '/api/v1/school-years', json('POST', year));
  const { years } = await bodyOf<SchoolYears>(made);
  return years.find(({ label }) => label === year.label)?.schoolYearId ?? '';
};

/** A draft that can be published: a question of the school's own in the place of one of the product's. */
const draft = async ({ seated }: HarmedSchool, questionnaire: string) => {
  const principal = seated.browserOf('principal');
  const { entries } = await bodyOf<EditedQuestionnaire>(await done(principal, questionnaire));
  const own = inPlaceOf(entries, 'w14-fun', choiceOf('k1', 'Har du det bra på skolebussen?'));
  const body = { basedOn: 0, revision: 0, entries: own };
  const saved = await done(principal, `${questionnaire}/draft`, json('PUT', body));
  const { revision } = (await bodyOf<EditedQuestionnaire>(saved)).draft ?? { revision: 0 };
  return json('POST', { basedOn: 0, revision });
};

/** What the school sets for itself: a year, a questionnaire, and figures it has not read before. */
export const prepareSchool: Prepare = async (school) => {
  const { seated } = school;
  const principal = seated.browserOf('principal');
  const questionnaire = '/api/v1/questionnaires/wellbeing-1-4';
  const asRead = await draft(school, questionnaire);
  const yearPath = `/api/v1/school-years/${await emptyYear(school)}`;
  return [
    useCase(
      'PUT /api/v1/school-years/:schoolYearId',
      seated.browserOf('administrator'),
      yearPath,
      json('PUT', { ...year, endsOn: '2071-06-21' }),
    ),
    useCase(
      'POST /api/v1/questionnaires/:questionnaireId/draft/discard',
      principal,
      `${questionnaire}/draft/discard`,
      asRead,
    ),
    useCase(
      'POST /api/v1/questionnaires/:questionnaireId/versions',
      principal,
      `${questionnaire}/versions`,
      asRead,
    ),
    useCase(
      'POST /api/v1/national-survey/imports',
      principal,
      '/api/v1/national-survey/imports',
      surveyForm([madeRow()]),
    ),
  ];
};

import type { QuestionnaireList } from '@samhold/contract';
import { allQuestionnaires, textIn, type Questionnaire } from '@samhold/survey';

type Summary = QuestionnaireList['questionnaires'][number];
type Change = Summary['versions'][number]['changes'][number]['change'];

/** The newest the product has with this id; the server has sent one that is. */
export const standardOf = (questionnaireId: string): Questionnaire => {
  const found = allQuestionnaires.findLast(({ id }) => id === questionnaireId);
  if (found === undefined) throw new Error(`No questionnaire ${questionnaireId}`);
  return found;
};

export const questionnaireName = ({ kind, fromGrade, toGrade }: Summary): string =>
  `${kind === 'wellbeing' ? 'Trivsel' : 'Sosiogram'}, ${String(fromGrade)}.–${String(toGrade)}. trinn`;

export const versionName = (version: number): string =>
  version === 0 ? 'Samholds skjema' : `Versjon ${String(version)}`;

export const changeWords: Readonly<Record<Change, string>> = {
  added: 'Lagt til',
  removed: 'Tatt ut',
  changed: 'Endret',
  moved: 'Flyttet',
};

/** «Bra · Sånn passe · Ikke bra» */
export const scaleWords = (questionnaire: Questionnaire, scaleId: string): string =>
  (questionnaire.scales[scaleId]?.options ?? []).map(({ text }) => textIn(text, 'nb').text).join(' · ');

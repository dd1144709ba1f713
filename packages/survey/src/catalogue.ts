import { sociogram1To4 } from './documents/sociogram-1-4.ts';
import { sociogram5To7 } from './documents/sociogram-5-7.ts';
import { wellbeing1To4 } from './documents/wellbeing-1-4.ts';
import { wellbeing5To7 } from './documents/wellbeing-5-7.ts';
import type { Questionnaire, QuestionnaireKind } from './questionnaire.ts';

/** Every version of every questionnaire that rounds may pin; a version, once released, stays. */
export const allQuestionnaires: readonly Questionnaire[] = [
  wellbeing1To4,
  wellbeing5To7,
  sociogram1To4,
  sociogram5To7,
];

/** The newest questionnaire of this kind for this grade (1–7), or undefined when none covers the grade. */
export function questionnaireFor(kind: QuestionnaireKind, grade: number): Questionnaire | undefined {
  return allQuestionnaires
    .filter((doc) => doc.kind === kind && doc.grades.from <= grade && grade <= doc.grades.to)
    .reduce<Questionnaire | undefined>(
      (newest, doc) => (newest && newest.version >= doc.version ? newest : doc),
      undefined,
    );
}

/** The version of a questionnaire that a round pinned, or undefined. */
export function findQuestionnaire(id: string, version: number): Questionnaire | undefined {
  return allQuestionnaires.find((doc) => doc.id === id && doc.version === version);
}

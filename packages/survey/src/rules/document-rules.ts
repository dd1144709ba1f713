import { lacks } from '../completeness.ts';
import { requiredLanguages } from '../language.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { findTheme } from '../themes.ts';
import { repeated, type Problem } from './problem.ts';

/** A pupil of grade g turns g + 5 in autumn and g + 6 in the spring of the same school year. */
const ageInAutumn = (grade: number): number => grade + 5;
const ageInSpring = (grade: number): number => grade + 6;

/** Version, grades, item ids, themes, sources, ages, spoken variants. */
export function* documentRules(doc: Questionnaire): Generator<Problem> {
  const { from, to } = doc.grades;
  if (!Number.isInteger(doc.version) || doc.version < 1) yield { code: 'bad_version', path: 'version' };
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to > 7 || from > to) {
    yield { code: 'bad_grades', path: 'grades' };
  }
  for (const id of repeated(doc.items.map((item) => item.id))) {
    yield { code: 'duplicate_item_id', path: `items.${id}` };
  }
  for (const item of doc.items) {
    const path = `items.${item.id}`;
    if (!findTheme(item.theme)) yield { code: 'unknown_theme', path: `${path}.theme` };
    if (item.source.trim() === '') yield { code: 'missing_source', path: `${path}.source` };
    const { ageRange } = item;
    if (!(ageRange.from <= ageInAutumn(from) && ageRange.to >= ageInSpring(to))) {
      yield { code: 'bad_age_range', path: `${path}.ageRange` };
    }
    if (item.readAloud) {
      for (const language of requiredLanguages) {
        if (lacks(item.readAloud, language))
          yield { code: 'missing_read_aloud', path: `${path}.readAloud`, language };
      }
    }
  }
}

import { dayOf } from '../calendar-days.ts';
import { DEMO_SEED } from '../demo/load-demo-school.ts';
import type { DemoRound, Grade, RoundKind } from '../demo/generate/demo-school.ts';
import { generateDemoSchool } from '../demo/generate/generate-demo-school.ts';
import { loadRound } from '../demo/load-round.ts';
import { loadPupils, loadYear, morning } from '../demo/load-year.ts';
import { demoQuestionnaires } from '../demo/questionnaires.ts';
import { createSchool } from '../roster/people.ts';
import type { TestHouse } from './test-house.ts';
import type { TestSchool } from './test-school.ts';

const kinds: readonly RoundKind[] = ['wellbeing', 'sociogram'];

/** Some grades of the demo school in the newest round of each kind that ended: all that releases are made of, and no more. */
export const loadDemoGrades = async ({ deps }: TestHouse, grades: readonly Grade[]): Promise<TestSchool> => {
  const questionnaires = demoQuestionnaires();
  const today = dayOf(deps.now());
  const { school, thisYear } = generateDemoSchool({ seed: DEMO_SEED, today, questionnaires });
  const classes = thisYear.classes.filter(({ grade }) => grades.includes(grade));
  const names = new Set(classes.map(({ name }) => name));
  const rounds = thisYear.rounds
    .map((round) => ({ ...round, sittings: round.sittings.filter(({ className }) => names.has(className)) }))
    .filter(({ sittings }) => sittings.every(({ state }) => state === 'closed'));
  const newest = kinds.flatMap((kind): DemoRound[] => {
    const last = rounds.filter((round) => round.kind === kind).at(-1);
    return last === undefined ? [] : [last];
  });
  const schoolId = await createSchool(deps.db, deps.keyring, { ...school, demo: false });
  return deps.db.inScope({ schoolId }, async (tx, sealer) => {
    const own = { ...thisYear, classes };
    const pupilIds = await loadPupils(tx, await sealer(), schoolId, [own]);
    const year = await loadYear(tx, schoolId, own, pupilIds);
    for (const round of newest) {
      const load = { round, year, classes, pupilIds, keepAnswers: true, morning };
      await loadRound(tx, deps, await sealer(), schoolId, load);
    }
    return { schoolId, classIds: year.classIds };
  });
};

import { expect, test } from 'vitest';
import { demoQuestionnaires } from '../questionnaires.ts';
import { followUpsOf } from './follow-up.ts';
import { generateDemoSchool } from './generate-demo-school.ts';

test.each(['2026-08-24', '2026-11-27', '2027-04-02'])(
  'on %s a step of follow-up is done, one under way and one not begun, and all were before today',
  (today) => {
    const { thisYear } = generateDemoSchool({ seed: 1, today, questionnaires: demoQuestionnaires() });
    const records = followUpsOf(thisYear, today);
    expect(records.every(({ heldOn }) => heldOn < today)).toBe(true);
    expect(new Set(records.map(({ finished }) => finished)).size).toBe(2);
    expect(records.some(({ grade }) => grade === 6)).toBe(false);
    const classes = thisYear.classes.map(({ name }) => name);
    for (const { className, grade } of records)
      if (className !== '')
        expect([classes.includes(className), Number(className[0])]).toEqual([true, grade]);
  },
);

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  CONDITION_SOURCES,
  OWN_ANSWERS_1,
  RULES_2,
  type SignalCondition,
  type SignalLevel,
} from './rules.ts';

/** Cells padded to line up are the same cells. */
const page = readFileSync(new URL('../../../../docs/methods/signals.md', import.meta.url), 'utf8').replace(
  /[ \t]+/g,
  ' ',
);

const NAMES: Readonly<Record<SignalCondition, string>> = {
  'few-in-all': 'få valg i alt',
  unchosen: 'ikke valgt av noen',
  'unchosen-very-unlikely': 'ikke valgt av noen, svært uvanlig',
  'no-mutual': 'ingen gjensidige valg, uvanlig',
  'no-mutual-repeated': 'ingen gjensidige valg nå og i runden før',
  'no-mutual-over-rounds': 'ingen gjensidige valg i flere runder, uvanlig',
  'no-mutual-very-unlikely': 'ingen gjensidige valg i flere runder, svært uvanlig',
  fell: 'tydelig færre enn i runden før',
  'unchosen-repeated': 'ikke valgt av noen nå og i runden før',
  'few-over-rounds': 'svært få valg over to runder',
  'companionship-low': 'lavt svar på å ha noen å være sammen med',
  'companionship-low-repeated': 'lavt svar på å ha noen å være sammen med nå og i runden før',
  'own-fall': 'tydelig fall i egen trivsel',
  'low-on-end': 'lav trivsel i flere runder på rad',
  'safety-lowest': 'laveste svar på trygghet',
  'safety-lowest-repeated': 'laveste svar på trygghet nå og i runden før',
  'companionship-lowest': 'laveste svar på å ha noen å være sammen med',
  'says-bullied': 'svarer at andre elever mobber',
  'gave-none': 'valgte ingen',
  'gave-none-repeated': 'valgte ingen nå og i runden før',
};

const LEVELS: Readonly<Record<SignalLevel, string>> = {
  'look-closer-soon': 'se nærmere snart',
  'look-closer': 'se nærmere',
};

describe('docs/methods/signals.md', () => {
  test('has the rules of the table, in their order', () => {
    for (const { rules } of [RULES_2, OWN_ANSWERS_1]) {
      const rows = rules.map(({ id, level, needs }) => {
        const asked = needs.map((group) => group.map((condition) => NAMES[condition]).join(' _eller_ '));
        return `| \`${id}\` | ${LEVELS[level]} | ${asked.join(' **og** ')} |`;
      });
      expect(page).toContain(rows.join('\n'));
    }
  });

  test('has every limit with its value', () => {
    for (const [limit, value] of Object.entries(RULES_2.limits)) {
      expect(page).toContain(`| \`${limit}\` | ${String(value).replace('.', ',')} |`);
    }
  });

  test('says which rule set it is about, and has a word for every condition', () => {
    for (const { version, rules } of [RULES_2, OWN_ANSWERS_1]) {
      expect(page).toContain(`\`${version}\``);
      for (const name of new Set(rules.flatMap(({ needs }) => needs.flat()))) {
        expect(page).toContain(`| ${NAMES[name]} |`);
      }
    }
    expect(Object.keys(NAMES).sort()).toEqual(Object.keys(CONDITION_SOURCES).sort());
  });
});

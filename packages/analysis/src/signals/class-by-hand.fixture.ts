import type { CriterionChoices } from './signal-input.ts';
import { RULES_2 } from './rules.ts';

/** 'ab' is that a chose b. */
export const criterion = (
  criterionId: string,
  respondents: string,
  ties: readonly string[],
  roster = 'abcd',
): CriterionChoices => ({
  criterionId,
  network: {
    roster: [...roster],
    respondents: [...respondents],
    choices: ties.map((ends) => ({ from: ends.charAt(0), to: ends.charAt(1) })),
  },
});

/** A class of four is large enough here, so that numbers can be worked out by hand. */
export const limits = { ...RULES_2.limits, smallestClass: 2, lowestParticipation: 0.5 };

/** Each of four chooses two, and d is chosen by nobody: by chance (1/3)³ = 1/27. */
export const dUnchosen = criterion('recess', 'abcd', ['ab', 'ac', 'ba', 'bc', 'ca', 'cb', 'da', 'db']);
/** The same, but a chose d and not c. */
export const dChosenOnce = criterion('recess', 'abcd', ['ab', 'ad', 'ba', 'bc', 'ca', 'cb', 'da', 'db']);
/** The same, but all chose d. */
export const dChosenByAll = criterion('recess', 'abcd', ['ab', 'ad', 'ba', 'bd', 'ca', 'cd', 'da', 'db']);

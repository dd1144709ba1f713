export type SignalLevel = 'look-closer' | 'look-closer-soon';

/** Where a condition's numbers come from. Two conditions are independent when their sources differ. */
export type SignalSource = 'choices' | 'own-answer' | 'own-choices';

/**
 * The conditions a rule may ask for, with their source.
 *
 * Everything counted from who chose the pupil is one source: a pupil whom few choose is bound to have few mutual
 * ties and to have fallen if earlier chosen by many, so these never count as two. What the pupil answered about
 * having someone to be with, and that the pupil chose nobody, are each a source of their own.
 */
export const CONDITION_SOURCES = {
  /** Received on all criteria together: P(X ≤ observed) below `unlikelyInAll`. */
  'few-in-all': 'choices',
  /** Received nothing on any criterion, where chance would give most pupils something. */
  unchosen: 'choices',
  /** The same, and its joint probability below `veryUnlikely`. */
  'unchosen-very-unlikely': 'choices',
  /** Nobody the pupil chose chose the pupil: probability below `unlikelyUnreturned` at the class's rate of return. */
  'no-mutual': 'choices',
  /** Nobody whom the pupil chose chose the pupil, this round and the one before, however probable. */
  'no-mutual-repeated': 'choices',
  /** That, with a probability over rounds on end below `unlikelyOverRounds`, and below `veryUnlikelyOverRounds`. */
  'no-mutual-over-rounds': 'choices',
  'no-mutual-very-unlikely': 'choices',
  /** Chosen by fewer than in the previous round: probability below `unlikely`. */
  fell: 'choices',
  'unchosen-repeated': 'choices',
  /** Received in all over this round and the one before: P(X ≤ observed) below `veryUnlikelyOverRounds`. */
  'few-over-rounds': 'choices',
  'companionship-low': 'own-answer',
  'companionship-low-repeated': 'own-answer',
  /** The lowest score there is. */
  'companionship-lowest': 'own-answer',
  'own-fall': 'own-answer',
  'low-on-end': 'own-answer',
  'safety-lowest': 'own-answer',
  'safety-lowest-repeated': 'own-answer',
  /** Answered that other pupils bully, as often as what counts as bullied or more. */
  'says-bullied': 'own-answer',
  'gave-none': 'own-choices',
  'gave-none-repeated': 'own-choices',
} as const satisfies Record<string, SignalSource>;

export type SignalCondition = keyof typeof CONDITION_SOURCES;

export type SignalRule = {
  readonly id: string;
  readonly level: SignalLevel;
  /** Every group must be met; a group is met by any one of its conditions. */
  readonly needs: readonly (readonly SignalCondition[])[];
};

export type RuleSet = {
  readonly version: string;
  readonly limits: {
    /** Below this a probability counts: on one criterion and for a fall, in all, and of no choice returned. */
    readonly unlikely: number;
    readonly unlikelyInAll: number;
    readonly unlikelyUnreturned: number;
    readonly veryUnlikely: number;
    readonly unlikelyOverRounds: number;
    readonly veryUnlikelyOverRounds: number;
    /** Being unchosen says something only where chance leaves fewer than this share unchosen. */
    readonly mostAreChosen: number;
    readonly companionshipLow: number;
    readonly companionshipFine: number;
    readonly smallestClass: number;
    readonly lowestParticipation: number;
    /** For a fall from the pupil's own usual score: see `ownFall`. */
    readonly baselineRounds: number;
    readonly fallDeviations: number;
    readonly smallestDeviation: number;
    /** Wellbeing of at most `lowScore` in as many rounds on end as `lowRounds`. */
    readonly lowScore: number;
    readonly lowRounds: number;
    /** Everything at the top counts as hurried from so many items answered in fewer seconds each. */
    readonly hurriedItems: number;
    readonly hurriedSeconds: number;
  };
  /** The first rule that is met decides; those of the higher level come first. */
  readonly rules: readonly SignalRule[];
};

const OWN: readonly SignalCondition[] = ['companionship-low', 'own-fall', 'safety-lowest'];
const FEW: readonly SignalCondition[] = ['few-in-all', 'no-mutual', 'no-mutual-repeated', 'fell'];

/**
 * The published rule table. A rule asks for two sources, or one thing repeated over rounds, or a pupil unchosen on all
 * criteria with joint probability below .01. Limits and rules were set on generated classes; how often the table is
 * right is measured on other ones, see docs/methods/signals.md.
 *
 * `chosen-only-by-unchosen` is shown as evidence and asked for by no rule: it follows from the same choices, and
 * a rule on it would let a pupil whom nobody chose rise in level by being chosen by one.
 */
export const RULES_2: RuleSet = {
  version: 'rules-2',
  limits: {
    unlikely: 0.05,
    unlikelyInAll: 0.02,
    unlikelyUnreturned: 0.1,
    veryUnlikely: 0.01,
    unlikelyOverRounds: 0.02,
    veryUnlikelyOverRounds: 0.001,
    mostAreChosen: 0.5,
    companionshipLow: 2,
    companionshipFine: 4,
    smallestClass: 8,
    lowestParticipation: 0.6,
    baselineRounds: 3,
    fallDeviations: 2.5,
    smallestDeviation: 0.4,
    lowScore: 2.5,
    lowRounds: 3,
    hurriedItems: 5,
    hurriedSeconds: 2,
  },
  rules: [
    {
      id: 'unchosen-repeated-very-unlikely',
      level: 'look-closer-soon',
      needs: [['unchosen-repeated'], ['few-over-rounds']],
    },
    {
      id: 'unchosen-and-own-answer',
      level: 'look-closer-soon',
      needs: [['unchosen'], OWN],
    },
    {
      id: 'no-mutual-repeated-and-own-answer',
      level: 'look-closer-soon',
      needs: [['no-mutual-over-rounds'], OWN],
    },
    {
      id: 'no-mutual-very-unlikely',
      level: 'look-closer-soon',
      needs: [['no-mutual-very-unlikely']],
    },
    { id: 'unchosen-repeated', level: 'look-closer', needs: [['unchosen-repeated']] },
    { id: 'unchosen-very-unlikely', level: 'look-closer', needs: [['unchosen-very-unlikely']] },
    { id: 'no-mutual-repeated', level: 'look-closer', needs: [['no-mutual-over-rounds']] },
    { id: 'few-and-own-answer', level: 'look-closer', needs: [FEW, OWN] },
    { id: 'few-and-gave-none', level: 'look-closer', needs: [FEW, ['gave-none']] },
    { id: 'own-answer-and-gave-none', level: 'look-closer', needs: [OWN, ['gave-none']] },
    {
      id: 'own-answer-repeated',
      level: 'look-closer',
      needs: [['companionship-low-repeated', 'safety-lowest-repeated', 'low-on-end']],
    },
    { id: 'gave-none-repeated', level: 'look-closer', needs: [['gave-none-repeated']] },
  ],
};

/**
 * What a wellbeing round asks a teacher to follow up: what pupils said in it, without any choices.
 *
 * The first two rules infer nothing from figures and so ask for no second source: a pupil who says not to be safe, to be
 * bullied or to have nobody to be with has a right to be followed up on that word alone (opplæringslova § 12-4).
 */
export const OWN_ANSWERS_1: RuleSet = {
  version: 'own-answers-1',
  limits: RULES_2.limits,
  rules: [
    { id: 'said-by-pupil', level: 'look-closer-soon', needs: [['safety-lowest', 'says-bullied']] },
    { id: 'said-to-be-without-company', level: 'look-closer', needs: [['companionship-lowest']] },
    {
      id: 'own-answer-repeated',
      level: 'look-closer',
      needs: [['companionship-low-repeated', 'low-on-end']],
    },
  ],
};

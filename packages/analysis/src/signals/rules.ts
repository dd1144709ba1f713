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
  /** Received on a criterion: P(X ≤ observed) below `unlikely`. */
  'few-on-criterion': 'choices',
  /** Received on all criteria together: P(X ≤ observed) below `unlikely`. */
  'few-in-all': 'choices',
  /** Received nothing on any criterion, where chance would give most pupils something. */
  unchosen: 'choices',
  /** The same, and its joint probability below `veryUnlikely`. */
  'unchosen-very-unlikely': 'choices',
  /** Nobody the pupil chose chose the pupil: probability below `unlikely`. */
  'no-mutual': 'choices',
  /** Chosen by fewer than in the previous round: probability below `unlikely`. */
  fell: 'choices',
  /** Few on the same criterion, or few in all, also in the round before. */
  'few-repeated': 'choices',
  'unchosen-repeated': 'choices',
  'companionship-low': 'own-answer',
  'companionship-low-repeated': 'own-answer',
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
    readonly unlikely: number;
    readonly veryUnlikely: number;
    /** Being unchosen says something only where chance leaves fewer than this share unchosen. */
    readonly mostAreChosen: number;
    readonly companionshipLow: number;
    readonly companionshipFine: number;
    readonly smallestClass: number;
    readonly lowestParticipation: number;
  };
  /** The first rule that is met decides; those of the higher level come first. */
  readonly rules: readonly SignalRule[];
};

const FEW: readonly SignalCondition[] = ['few-on-criterion', 'few-in-all', 'no-mutual', 'fell'];

/**
 * The published rule table. A rule asks for two sources, or one thing repeated over two rounds, or a pupil
 * unchosen on all criteria with joint probability below .01.
 *
 * `chosen-only-by-unchosen` is shown as evidence and asked for by no rule: it follows from the same choices, and
 * a rule on it would let a pupil whom nobody chose rise in level by being chosen by one.
 */
export const RULES_1: RuleSet = {
  version: 'rules-1',
  limits: {
    unlikely: 0.05,
    veryUnlikely: 0.01,
    mostAreChosen: 0.5,
    companionshipLow: 2,
    companionshipFine: 4,
    smallestClass: 8,
    lowestParticipation: 0.6,
  },
  rules: [
    { id: 'unchosen-repeated', level: 'look-closer-soon', needs: [['unchosen-repeated']] },
    {
      id: 'unchosen-and-own-answer',
      level: 'look-closer-soon',
      needs: [['unchosen'], ['few-in-all'], ['companionship-low']],
    },
    {
      id: 'few-repeated-and-own-answer',
      level: 'look-closer-soon',
      needs: [['few-repeated'], ['companionship-low']],
    },
    { id: 'unchosen-very-unlikely', level: 'look-closer', needs: [['unchosen-very-unlikely']] },
    { id: 'few-repeated', level: 'look-closer', needs: [['few-repeated']] },
    { id: 'few-and-own-answer', level: 'look-closer', needs: [FEW, ['companionship-low']] },
    { id: 'few-and-gave-none', level: 'look-closer', needs: [FEW, ['gave-none']] },
    {
      id: 'own-answer-and-gave-none',
      level: 'look-closer',
      needs: [['companionship-low'], ['gave-none']],
    },
    { id: 'own-answer-repeated', level: 'look-closer', needs: [['companionship-low-repeated']] },
    { id: 'gave-none-repeated', level: 'look-closer', needs: [['gave-none-repeated']] },
  ],
};

import type { ChoiceItem, Item, NominationItem, Questionnaire } from '../questionnaire.ts';
import { themes, type ThemeId } from '../themes.ts';
import type { OwnEntry, OwnItem } from './own-entries.ts';

/** What ids of questionnaires, items and criteria that a school has made begin with. */
export const OWN = 'own-';

export const ownQuestionnaireId = (standardId: string): string => `${OWN}${standardId}`;

/** The options of the closing item answer that question alone. */
const ofClosingItem = 'likes';

/** The scales a school's own items may be answered by. */
export const offeredScales = (standard: Questionnaire): readonly string[] =>
  Object.keys(standard.scales).filter((id) => id !== ofClosingItem);

/** The themes of a school's own items. What counts as bullied is the same for all schools. */
export const offeredThemes: readonly ThemeId[] = themes.map(({ id }) => id).filter((id) => id !== 'bullying');

/** Why a product's item stays where it is, or null for one that may be left out and moved. */
export const heldBy = (standard: Questionnaire, item: Item): 'core' | 'closing' | null => {
  if (item.comparisonCore) return 'core';
  return standard.kind === 'wellbeing' && item === standard.items.at(-1) ? 'closing' : null;
};

const itemOf = (standard: Questionnaire, own: OwnItem, id: string): Item => {
  const shared = {
    id,
    text: own.text,
    source: 'Skolens egen ordlyd.',
    ageRange: standard.items[0]?.ageRange ?? { from: 6, to: 13 },
    comparisonCore: false,
    own: true,
  } as const;
  if (own.type === 'choice') {
    const { type, scaleId, theme, sensitive } = own;
    return { ...shared, type, scaleId, theme, sensitive } satisfies ChoiceItem;
  }
  const phrase = `på «${own.title}»`;
  return {
    ...shared,
    type: 'nomination',
    theme: 'friends',
    sensitive: true,
    direction: 'positive',
    criterionId: id,
    criterion: {
      title: { nb: own.title, nn: own.title, en: own.title },
      phrase: { nb: phrase, nn: phrase, en: phrase },
    },
    maxChoices: own.maxChoices,
  } satisfies NominationItem;
};

/** The school's entries as a questionnaire. Items that the product no longer has are left out; `idOf` names the school's own. */
export function ownQuestionnaire(
  standard: Questionnaire,
  version: number,
  entries: readonly OwnEntry[],
  idOf: (own: OwnItem) => string,
): Questionnaire {
  const items = entries.flatMap((entry) =>
    'own' in entry
      ? [itemOf(standard, entry.own, idOf(entry.own))]
      : standard.items.filter(({ id }) => id === entry.standard),
  );
  const used = new Set(items.flatMap((item) => (item.type === 'choice' ? [item.scaleId] : [])));
  return {
    ...standard,
    id: ownQuestionnaireId(standard.id),
    version,
    items,
    scales: Object.fromEntries(Object.entries(standard.scales).filter(([id]) => used.has(id))),
  };
}

/** The product's own questionnaire as entries. */
export const standardEntries = (standard: Questionnaire): readonly OwnEntry[] =>
  standard.items.map(({ id }) => ({ standard: id }));

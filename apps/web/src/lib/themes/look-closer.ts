import type { ThemeOverview } from '@samhold/contract';
import { decimal, listed, percent } from '#lib/format/numbers.ts';
import { groupName, keyOf, themeName, type Group } from './theme-lines.ts';

/** One thing to look closer at: what it is about, and what is seen. Never which is worse than which. */
export type Reason = { readonly about: string; readonly seen: string };

/** Under so much of the answers above the middle of the scale. */
const low = 0.5;
/** Under so many of the pupils answered. */
const few = 0.8;
/** Over so much of a grade's themes are hidden. */
const much = 0.5;

const newestOf = ({ rounds, themes }: ThemeOverview) => {
  const newest = rounds.at(-1)?.roundId;
  return themes.flatMap(({ themeId, lines }) =>
    lines.flatMap((line) => {
      const point = line.points.find(({ roundId }) => roundId === newest);
      return point === undefined ? [] : [{ themeId, line, share: point.shareAbove }];
    }),
  );
};

const onGroup = (group: Group): string =>
  group.level === 'class' ? `i ${groupName(group)}` : `på ${groupName(group)}`;

const lowThemes = (overview: ThemeOverview): readonly Reason[] =>
  [...Map.groupBy(newestOf(overview), ({ themeId }) => themeId)].flatMap(([themeId, shown]) => {
    const under = shown.flatMap(({ line, share }) =>
      share === null || share > low - 1e-9 ? [] : [`${onGroup(line)} (${percent(share)})`],
    );
    return under.length === 0
      ? []
      : [
          {
            about: themeName(themeId),
            seen: `Mindre enn halvparten av svarene er over midten av skalaen ${listed(under)}.`,
          },
        ];
  });

type Held = NonNullable<ThemeOverview['changes']>['held'][number];

/** «Friminutt på 5. trinn: 45 % nå, 60 % i runden før.» */
export const changeWords = (change: Held): string => {
  const { themeId, text, before, now } = change;
  const [was, is] = text === null ? [percent(before), percent(now)] : [decimal(before), decimal(now)];
  const what = text === null ? themeName(themeId) : `«${text}»`;
  return `${what} ${onGroup(change)}: ${is} nå, ${was} i runden før.`;
};

const bullied = ({ bullying }: ThemeOverview): readonly Reason[] =>
  bullying.flatMap(({ text, from, groups }) => {
    const said = groups.flatMap((group) =>
      group.bullied === null || group.bullied === 0
        ? []
        : [`${group.bullied} av ${group.answered ?? 0} ${onGroup(group)}`],
    );
    return said.length === 0 ? [] : [{ about: text, seen: `«${from}» eller oftere svarer ${listed(said)}.` }];
  });

const fewAnswered = ({ rounds, answered }: ThemeOverview): readonly Reason[] => {
  const newest = rounds.at(-1)?.roundId;
  const said = answered.flatMap(({ points, ...group }) => {
    const point = points.find(({ roundId }) => roundId === newest);
    return point === undefined || point.answered === null || point.answered >= few * point.size
      ? []
      : [`${point.answered} av ${point.size} ${onGroup(group)}`];
  });
  return said.length === 0 ? [] : [{ about: 'Få svar', seen: `Det svarte ${listed(said)}.` }];
};

const muchHidden = (overview: ThemeOverview): readonly Reason[] => {
  const groups = [...Map.groupBy(newestOf(overview), ({ line }) => keyOf(line)).values()].flatMap((shown) => {
    const hidden = shown.filter(({ share }) => share === null).length;
    const [first] = shown;
    return first === undefined || hidden <= much * shown.length ? [] : [first.line];
  });
  if (groups.length === 0) return [];
  const areGrades = groups.every(({ level }) => level === 'grade');
  const names =
    areGrades && groups.length === 7
      ? 'på alle trinn'
      : areGrades
        ? `på ${listed(groups.map(({ groupId }) => `${groupId}.`))} trinn`
        : listed(groups.map(onGroup));
  return [
    {
      about: 'Mye er skjermet',
      seen: `Mer enn halvparten av temaene er skjermet ${names}. Der vet kontaktlærerne mer enn tallene på denne siden.`,
    },
  ];
};

/** Where there is reason to look closer in the newest round, in the order of themes and grades. */
export const lookCloser = (overview: ThemeOverview): readonly Reason[] => [
  ...lowThemes(overview),
  ...(overview.changes?.held ?? [])
    .filter(({ before, now }) => now < before)
    .map((change) => ({ about: 'Ned', seen: changeWords(change) })),
  ...bullied(overview),
  ...fewAnswered(overview),
  ...muchHidden(overview),
];

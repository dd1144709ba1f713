import { hasSeen, tierOf, type Audience, type Tier } from '@samhold/analysis';
import type { ReleaseAudit } from './release-audit.ts';

type Stored = ReleaseAudit['systems'][number] | ReleaseAudit['themes'][number];

/** One viewpoint of an audit, as the format of the file has it: what is seen from there, and the proof of it. */
const viewpointOf = (
  tier: Tier,
  roundId: string,
  { systems, themes }: ReleaseAudit,
  seen: readonly { readonly releaseId: string; readonly audience: Audience }[],
) => {
  const own = systems.filter((one) => one.tier === tier);
  const ownThemes = themes.filter((one) => one.tier === tier);
  const [first] = [...own, ...ownThemes];
  if (first === undefined) return [];
  return [
    {
      ...{ tier, thresholds: first.thresholds, ownClassKnown: first.ownClassKnown },
      with: seen.filter(({ audience }) => hasSeen(tier, tierOf(audience))).map(({ releaseId }) => releaseId),
      systems: own.map(({ itemId, sensitive, sensitiveOptions, targets, ...system }) => ({
        ...about(roundId, system),
        ...{ itemId, sensitive, sensitiveOptions },
        targets: targets.map(({ units, ...target }) => ({
          ...target,
          of: units.map((unit) => system.units[unit]?.unitId ?? ''),
        })),
      })),
      themes: ownThemes.map(({ themeId, items, targets, ...theme }) => ({
        ...about(roundId, theme),
        ...{ themeId, items },
        targets: targets.map(({ places, ...target }) => ({
          ...target,
          itemId: items[Math.floor((places[0] ?? 0) / theme.units.length)] ?? '',
          of: places.map((place) => theme.units[place % theme.units.length]?.unitId ?? ''),
        })),
      })),
    },
  ];
};

const about = (
  roundId: string,
  {
    questionnaireId,
    questionnaireVersion,
    options,
    units,
    tables,
  }: Pick<Stored, 'questionnaireId' | 'questionnaireVersion' | 'options' | 'units' | 'tables'>,
) => ({
  ...{ roundId, questionnaireId, questionnaireVersion, options, tables },
  units: units.map(({ unitId, classId, grade, size }) => ({ unitId, classId, grade, size })),
});

/** A stored audit viewpoint by viewpoint, which is how it is checked. `seen` are the other releases it was held against. */
export const recordedAudit = (
  roundId: string,
  audit: ReleaseAudit,
  seen: Parameters<typeof viewpointOf>[3],
) => ({
  range: audit.range,
  viewpoints: [...new Set([...audit.systems, ...audit.themes].map(({ tier }) => tier))].flatMap((tier) =>
    viewpointOf(tier, roundId, audit, seen),
  ),
});

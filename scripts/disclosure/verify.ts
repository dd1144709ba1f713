import { checkSystems, RANGE, type Checked } from './check-system.ts';
import { checkTheme, missingThemes } from './check-theme.ts';
import {
  hasSeen,
  lowestThresholds,
  showsSomething,
  tierOf,
  tiers,
  type ReleaseFile,
  type Thresholds,
  type Viewpoint,
} from './release-file.ts';

/**
 * Checks the promise of a release by its own tables: for every count of the promise there are two tables that agree with
 * all that a reader has seen, and that are far enough apart in it. No solver: all is addition of whole numbers.
 * `earlier` are the releases before it. Yields what is wrong, a line each.
 */
export function* verify(
  release: ReleaseFile,
  earlier: readonly ReleaseFile[],
  checked: Checked,
): Generator<string> {
  const { audit } = release;
  if (audit === undefined) return yield 'filen har ingen kontroll; be skolen om sitt eget eksemplar.';
  if (audit.range < RANGE) yield `spennet er ${audit.range}, og skal være minst ${RANGE}.`;
  for (const fault of tooSmallGroups(release)) yield fault;
  for (const tier of tiers.slice(0, tiers.indexOf(tierOf(release)) + 1)) {
    const viewpoints = audit.viewpoints.filter((viewpoint) => viewpoint.tier === tier);
    if (viewpoints.length !== 1) yield `sett fra «${tier}»: kontrollen mangler, eller finnes flere ganger.`;
    for (const viewpoint of viewpoints) {
      for (const fault of faultsOfViewpoint(release, earlier, viewpoint, checked))
        yield `sett fra «${tier}»: ${fault}`;
    }
  }
}

function* faultsOfViewpoint(
  release: ReleaseFile,
  earlier: readonly ReleaseFile[],
  viewpoint: Viewpoint,
  checked: Checked,
): Generator<string> {
  const { tier, thresholds, ownClassKnown } = viewpoint;
  if (tier === 'inner' && !ownClassKnown) yield 'at noen kjenner egen klasse, er ikke regnet med.';
  const own = tier === tierOf(release) ? release.thresholds : thresholds;
  for (const name of Object.keys(thresholds) as (keyof Thresholds)[]) {
    if (thresholds[name] < Math.max(lowestThresholds[tier][name], own[name]))
      yield `${name} er ${thresholds[name]}, som er for lavt.`;
  }

  const seen = earlier.filter((one) => viewpoint.with.includes(one.releaseId));
  for (const id of viewpoint.with) {
    if (!seen.some(({ releaseId }) => releaseId === id))
      yield `frigivelsen «${id}» er regnet med; gi filen også.`;
  }
  for (const one of earlier) {
    const before = one.releasedAt < release.releasedAt;
    if (before && hasSeen(tier, one) && !seen.includes(one))
      yield `den tidligere frigivelsen «${one.releaseId}» er sett, men ikke regnet med.`;
  }

  const documents = [release, ...seen].map(({ document }) => document);
  yield* missingSystems(release, viewpoint);
  for (const system of viewpoint.systems) {
    for (const fault of checkSystems([system], documents, viewpoint, checked))
      yield `«${system.itemId}» i runden «${system.roundId}»: ${fault}`;
  }
  yield* missingThemes(release.document, documents, viewpoint);
  for (const theme of viewpoint.themes ?? []) {
    for (const fault of checkTheme(theme, documents, viewpoint, checked))
      yield `temaet «${theme.themeId}» i runden «${theme.roundId}»: ${fault}`;
  }
}

/** Items of the release that the audit says nothing about, though something of them is shown. */
function* missingSystems({ document }: ReleaseFile, { systems }: Viewpoint): Generator<string> {
  for (const { questionnaireId, questionnaireVersion, items } of document.tables) {
    for (const item of items) {
      const { itemId } = item;
      const there = systems.filter(
        (system) =>
          system.roundId === document.roundId &&
          system.questionnaireId === questionnaireId &&
          system.questionnaireVersion === questionnaireVersion &&
          system.itemId === itemId,
      );
      if (there.length > 1 || (there.length === 0 && showsSomething(item)))
        yield `«${itemId}»: kontrollen mangler, eller finnes flere ganger.`;
    }
  }
}

/** Groups that should not have been listed. */
function* tooSmallGroups({ document, thresholds }: ReleaseFile): Generator<string> {
  for (const { itemId, rows } of document.tables.flatMap(({ items }) => items)) {
    for (const { groupId, size } of rows) {
      if (size < thresholds.smallestGroup)
        yield `«${itemId}»: gruppen «${groupId}» er for liten til å stå i tabellen.`;
    }
  }
}

import { BadInput } from '../analyse/bad-input.ts';
import { attack, widthOf, type Attacked, type Interval } from './attack.ts';
import { filesOf, type CommandOutput } from './command-line.ts';
import { knownTables } from './known-tables.ts';
import { readReleaseFile, type ReadRelease } from './read-release-file.ts';
import { hasSeen, lowestThresholds, tierOf, tiers, type Tier } from './release-file.ts';
import { notesOnFiles } from './together.ts';
import { truthOf } from './truth.ts';
import { RANGE } from './check-system.ts';

const help = `Prøver å regne ut skjulte tall fra én eller flere frigivelser, uten å kjenne svarene.

Bruk: npm run -s attack-release -- FIL … [--truth FIL …]

  --truth FIL   skolens eget eksemplar av en frigivelse, som har de virkelige svarene. Da prøves nettopp de tallene som er
                lovet vernet, også når ett svar eller leserens egen klasse er kjent.

Skriver det smaleste spennet, og avslutter med 0, eller 1 når et tall som kan være lite, er smalere enn ${RANGE} eller ikke
kunne avgjøres, eller 2 når en fil ikke kan brukes.`;

const readers: Readonly<Record<Tier, string>> = {
  inner: 'ansatte på skolen',
  pupils: 'klassen og elevrådet',
  councils: 'FAU og styret',
  outer: 'eieren og offentligheten',
};

/** Attacks the releases of these files together, as the readers of each tier see them. Returns the exit code. */
export function attackCommand(
  args: readonly string[],
  folder: string,
  { result, note }: CommandOutput,
): number {
  try {
    const given = filesOf(args, ['truth']);
    if (given === null) {
      result(help);
      return 0;
    }
    const releases = given.files.map((path) => readReleaseFile(path, folder));
    const own = given.truth.map((path) => readReleaseFile(path, folder));
    const truth = truthOf(own, releases);
    const tables = knownTables(own);
    for (const line of notesOnFiles(releases)) note(line);
    const innermost = (tier: Tier): boolean => releases.some((release) => tierOf(release) === tier);
    const widest = Math.max(...releases.map((release) => tiers.indexOf(tierOf(release))));
    const lines: string[] = [];
    let broken = false;
    for (const tier of tiers.filter((one, i) => (truth === null ? innermost(one) : i <= widest))) {
      const seen = releases.filter((release) => hasSeen(tier, release));
      const attacked = attack({
        documents: seen.map(({ document }) => document),
        thresholds: seen.find((release) => tierOf(release) === tier)?.thresholds ?? lowestThresholds[tier],
        range: RANGE,
        ...(truth === null ? {} : { truth, tables, ownClassKnown: tier === 'inner' }),
      });
      const [against] = attacked.contradictions;
      if (against !== undefined)
        throw new BadInput(
          `Frigivelsene kan ikke være sanne samtidig${truth === null ? '' : ' med svarene'}: spørsmålet «${against.itemId}» i runden «${against.roundId}».`,
        );
      lines.push(...linesOf(tier, seen, attacked, truth !== null));
      broken ||= attacked.narrow.length > 0 || attacked.open.length > 0;
    }
    for (const line of lines) result(line);
    return broken ? 1 : 0;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    note(error.message);
    return 2;
  }
}

function linesOf(
  tier: Tier,
  seen: readonly ReadRelease[],
  { tried, narrowest, narrow, open }: Attacked,
  promised: boolean,
): readonly string[] {
  const releases = seen.length === 1 ? '1 frigivelse' : `${seen.length} frigivelser`;
  const told = (interval: Interval): string => sentenceOf(interval, seen);
  return [
    `Sett av ${readers[tier]}: ${tried} ${promised ? 'tall som er lovet vernet' : 'skjulte tall'} i ${releases}.`,
    narrowest === null
      ? '  Ingen av dem kan være små.'
      : `  Smalest av dem som kan være små: ${told(narrowest)}`,
    narrow.length === 0 ? `  Ingen er smalere enn ${RANGE}.` : `  ${narrow.length} er smalere enn ${RANGE}:`,
    ...narrow.slice(0, MOST_TOLD).map((one) => `    ${told(one)}`),
    ...(narrow.length > MOST_TOLD ? [`    og ${narrow.length - MOST_TOLD} til`] : []),
    ...open.map((one) => `  Ikke avgjort: ${told(one)}`),
  ];
}

const MOST_TOLD = 20;

function sentenceOf(
  { roundId, itemId, text, group, column, beside, low, high }: Interval,
  seen: readonly ReadRelease[],
): string {
  const documents = seen.map(({ document }) => document).filter((document) => document.roundId === roundId);
  const options = documents
    .flatMap(({ tables }) => tables.flatMap(({ items }) => items))
    .filter((item) => item.itemId === itemId)
    .flatMap((item) => item.options);
  const answer = options.find(({ optionId }) => optionId === column)?.text ?? column;
  const count = low === high ? `nøyaktig ${low}` : `${low} til ${high} (spenn ${widthOf({ low, high })})`;
  const knowing =
    beside.known === 'nothing'
      ? ''
      : beside.known === 'own class'
        ? `, for den som kjenner klassen «${beside.classId}»`
        : `, for den som vet om ett svar («${beside.cell.option ?? 'har ikke svart'}» i «${beside.cell.unitId}»)`;
  return `${count}: «${answer}» i «${group}», spørsmålet «${text}», runden «${documents[0]?.roundName ?? roundId}»${knowing}.`;
}

import { barKey, barSvg, roundsSvg, seenInWords } from '@samhold/analysis';
import type { ClassWellbeing } from '@samhold/contract';
import { findTheme } from '@samhold/survey';
import { dayOf, writtenDay } from '../calendar-days.ts';
import { makeDocument } from './document.ts';

const decimal = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 });
const written = (value: number | null): string => (value === null ? '–' : decimal.format(value));
const chart = { width: 360, height: 110, margin: { top: 10, right: 12, bottom: 22, left: 24 } };

/** Constant: what varies stands in the content. */
const body = `
#content.participation #quiet[#content.note]

== Hva som er endret
#content.changeIntro
#if content.changes.len() > 0 [
  #data-table(columns: (1fr, auto, auto, auto), align: (left, right, right, right),
    header: ([Spørsmål eller tema], [Før], [Nå], [#content.compared]),
    ..content.changes.map(row => ([#row.name], [#row.before], [#row.now], [#row.pairs])).flatten())
]

#if content.themes.len() > 0 [
== Temaene over rundene
#quiet[Snitt fra 1 til 5 av elevenes egne snitt. 5 er best. Streken gjennom punktet er et konfidensintervall på 95 % (Students t): så langt kunne snittet flyttet seg med andre svar med samme spredning.]
#grid(columns: (1fr, 1fr), column-gutter: 8mm, row-gutter: 2mm,
  ..content.themes.map(theme => block(breakable: false)[
    === #theme.name
    #image(bytes(theme.drawing), format: "svg", alt: theme.alt, width: 100%)
    #data-table(columns: (1fr, auto, auto, auto), align: (left, right, right, right),
      header: ([Runde], [Svar], [Snitt], [Intervall]),
      ..theme.rounds.enumerate(start: 1).map(((number, row)) =>
        ([#number: #row.label], [#row.n], [#row.mean], [#row.interval])).flatten())
  ]))
]

#if content.items.len() > 0 [
== Spørsmålene
#quiet[Strekene over og under søylen viser midten av skalaen. Det som er til høyre for dem, er på den gode siden.]
#for item in content.items [
  #block(breakable: false)[
    === #item.text
    #item.seen #quiet[#item.aside]
    #if item.answered > 0 [
      #image(bytes(item.drawing), format: "svg", alt: item.seen, width: 100%)
      #data-table(columns: item.options.map(_ => 1fr), header: item.options.map(option =>
          [#box(width: 0.8em, height: 0.8em, baseline: 0.1em, fill: rgb(option.fill), stroke: 0.3pt + grey) #option.text]),
        ..item.options.map(option => [#option.count]))
    ]
  ]
]
]
`;

const aside = (item: ClassWellbeing['items'][number]): string =>
  [
    `${item.answered} svar`,
    ...(item.declined > 0 ? [`${item.declined} ville ikke svare`] : []),
    ...(item.notReached > 0 ? [`${item.notReached} kom ikke hit`] : []),
  ].join(', ');

const themeName = (theme: string): string => findTheme(theme)?.name.nb ?? theme;

const changesOf = ({ items, themes }: ClassWellbeing) =>
  [
    ...themes.map(({ theme, change }) => ({ name: themeName(theme), change })),
    ...items.map(({ text, change }) => ({ name: text, change })),
  ].flatMap(({ name, change }) =>
    change === null || !change.seen
      ? []
      : [{ name, before: written(change.before), now: written(change.now), pairs: change.pairs ?? 'alle' }],
  );

/** Where the answers from that time are deleted, all who answered are compared. */
const comparedWords = (paired: boolean): string =>
  paired ? 'for elevene som svarte begge ganger' : 'for alle som svarte';

const changeIntro = ({ before }: ClassWellbeing, changes: number): string => {
  if (before === null) return 'Dette er den første runden, så det er ingenting å sammenligne med.';
  const other =
    before.notCompared > 0
      ? ` ${before.notCompared} spørsmål er nye eller endret, og er ikke sammenlignet.`
      : '';
  return changes === 0
    ? `Ingen endring siden ${before.name} er stor nok til å skilles fra tilfeldige svingninger.${other}`
    : `Endringer siden ${before.name} som står seg når alle spørsmålene ses under ett, ${comparedWords(before.paired)}.${other}`;
};

/** The wellbeing of a class as a document for its contact teacher: no pupil is named, but the figures are small and unhidden. */
export const classReport = (wellbeing: ClassWellbeing, schoolName: string, day: string): Buffer => {
  const { sitting, className } = wellbeing;
  const changes = changesOf(wellbeing);
  const closed =
    sitting.closedAt === null ? '' : `, avsluttet ${writtenDay(dayOf(new Date(sitting.closedAt)))}`;
  const frame = {
    title: 'Trivsel i klassen',
    subtitle: `${className} · ${sitting.name}`,
    schoolName,
    day,
    namesPupils: true,
  };
  return makeDocument(frame, body, {
    participation: `${sitting.responded} av ${sitting.listed} elever svarte${closed}.`,
    note: 'Rapporten gjelder én klasse og viser også små tall. Enkeltelever kan kjennes igjen i den. Den er for klassens egne lærere og skal ikke vises til elever eller foreldre.',
    changeIntro: changeIntro(wellbeing, changes.length),
    changes,
    compared: wellbeing.before?.paired === false ? 'Sammenlignet' : 'Svarte begge ganger',
    themes: wellbeing.themes.map(({ theme, rounds }) => ({
      name: themeName(theme),
      alt: `${themeName(theme)}: ${rounds.map(({ label, mean }) => `${label} ${written(mean)}`).join(', ')}`,
      drawing: roundsSvg(rounds, chart),
      rounds: rounds.map(({ label, n, mean, low, high }) => ({
        label,
        n,
        mean: written(mean),
        interval: low === null ? '–' : `${written(low)} til ${written(high)}`,
      })),
    })),
    items: wellbeing.items.map((item) => ({
      text: item.text,
      answered: item.answered,
      seen: seenInWords(item.options),
      aside: aside(item),
      drawing: barSvg(item.options),
      options: barKey(item.options).map(({ text, count, fill }) => ({ text, count, fill })),
    })),
  });
};

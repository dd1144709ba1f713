import { barSvg, groupName, releaseInWords } from '@samhold/analysis';
import { isWholeRow, type Report } from '@samhold/contract';
import { makeDocument } from '../../documents/document.ts';
import { aboutReport } from './about-report.ts';
import { hidden, shownFigure, sortedRows, themeName } from './report-table.ts';

/** Constant: what varies stands in the content. */
const body = `
#for line in content.about [#quiet[#line]

]
#for table in content.tables [
  == #table.name
  #for item in table.items [
    #block(breakable: item.rows.len() > 12)[
      === #item.text
      #quiet[#item.theme]
      #for sentence in item.sentences [

        #sentence
      ]
      #if item.drawing != none [#image(bytes(item.drawing), format: "svg", alt: item.alt, width: 100%)]
      #data-table(columns: (auto,) + item.options.map(_ => 1fr) + (auto,),
        header: ([Gruppe], ..item.options.map(option => [#option]), [Svarte]),
        ..item.rows.map(row => ([#row.group], ..row.counts.map(count => [#count]), [#row.answered])).flatten())
    ]
  ]
  #for theme in table.themes [
    #block(breakable: theme.rows.len() > 12)[
      === #theme.name
      #data-table(columns: (auto, auto), header: ([Gruppe], [Svar i den beste halvdelen]),
        ..theme.rows.map(row => ([#row.group], [#row.share])).flatten())
    ]
  ]
]
`;

type Item = Report['rounds'][number]['tables'][number]['items'][number];

const shown = (item: Item) => {
  const rows = sortedRows(item.rows);
  const last = rows.at(-1);
  const bar =
    last !== undefined && isWholeRow(last) && item.options.every(({ score }) => score !== null)
      ? item.options.map((option) => ({
          ...option,
          count: last.counts.find((one) => one.optionId === option.optionId)?.count ?? 0,
        }))
      : null;
  const sentence = last === undefined ? null : releaseInWords(item.options, last);
  return {
    text: item.text,
    theme: themeName(item.theme),
    sentences: sentence === null ? [] : [sentence],
    drawing: bar === null ? null : barSvg(bar),
    alt: last === undefined ? item.text : `${groupName(last)}: ${sentence ?? item.text}`,
    options: item.options.map(({ text }) => text),
    rows: rows.map((row) => ({
      group: groupName(row),
      counts: item.options.map(({ optionId }) =>
        String(shownFigure(row.counts.find((one) => one.optionId === optionId)?.count ?? null)),
      ),
      answered: row.answered === null ? hidden : `${row.answered} av ${row.size}`,
    })),
  };
};

const shownTheme = ({
  themeId,
  items,
  rows,
}: Report['rounds'][number]['tables'][number]['themes'][number]) => ({
  name: `${themeName(themeId)} samlet, ${items.length} spørsmål`,
  rows: sortedRows(rows).map((row) => ({
    group: groupName(row),
    share: row.shareAbove === null ? hidden : `${Math.round(100 * row.shareAbove)} %`,
  })),
});

/** A tagged PDF of the report. The day is the day it was published, so that it is the same file whenever it is fetched. */
export const reportAsPdf = (report: Report): Buffer =>
  makeDocument(
    {
      title: report.title,
      subtitle: report.rounds.map(({ roundName }) => roundName).join(' · '),
      schoolName: report.schoolName,
      day: report.publishedOn ?? '1970-01-01',
      namesPupils: false,
    },
    body,
    {
      about: aboutReport(report),
      tables: report.rounds.flatMap(({ roundName, tables }) =>
        tables.map(({ fromGrade, toGrade, items, themes }) => ({
          name: `${roundName}, ${fromGrade === toGrade ? '' : `${fromGrade}.–`}${toGrade}. trinn`,
          items: items.filter(({ rows }) => rows.length > 0).map(shown),
          themes: themes.filter(({ rows }) => rows.length > 0).map(shownTheme),
        })),
      ),
    },
  );

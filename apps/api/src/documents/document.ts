import { writtenDay } from '../calendar-days.ts';
import { fontFamilies } from './fonts.ts';
import { makePdf } from './typst.ts';

/**
 * What every page we print has in common. A new document is a file of its own, here or in its slice:
 *
 * ```ts
 * const body = `
 * #data-table(columns: (1fr, auto), header: ([Elev], [Valgt av]),
 *   ..content.rows.map(row => (name(row.label), [#row.received])).flatten())
 * `;
 * export const receivedSheet = (sheet: ReceivedSheet): Buffer => makeDocument(sheet.frame, body, { rows: sheet.rows });
 * ```
 *
 * The body is constant Typst source; what varies stands in `content`, which the template reads as `content.…`. It is never put into
 * the source, so that no name is read as markup. The title is the page's first heading; headings of the body begin at `==`.
 * At hand for the body:
 *
 * - `name(text)`: a name from the content. Right-to-left names keep their letters in order beside other words and numbers.
 * - `data-table(columns: …, header: (…), ..cells)`: a table in the house's style; its header is tagged, and repeated over pages.
 * - `quiet[…]`: small grey text.
 * - `image(bytes(content.svg), format: "svg", alt: content.alt, width: 100%)`: a drawing; without `alt` it does not compile.
 *
 * The file's properties must not name pupils: `title` must not either.
 */
export type DocumentFrame = {
  readonly title: string;
  /** Under the title: which class, round or group it is about. */
  readonly subtitle: string;
  readonly schoolName: string;
  /** The day it is made, as yyyy-mm-dd. */
  readonly day: string;
  /** Says on each page that it holds information about pupils. */
  readonly namesPupils: boolean;
  /** A4 upright unless true. */
  readonly landscape?: boolean;
  /** PDF/A for an archive, in place of PDF/UA. */
  readonly archival?: boolean;
};

const frameSource = `
#let frame = json(bytes(sys.inputs.content)).frame
#let content = json(bytes(sys.inputs.content)).content
#let ink = rgb("#1c2b2d")
#let grey = rgb("#52606a")
#let hairline = rgb("#c9d1d6")
// The day it is given, so that the same document is the same bytes whenever it is made.
#set document(title: frame.title, date: datetime(year: frame.at.at(0), month: frame.at.at(1), day: frame.at.at(2)))
#set text(lang: "nb", region: "NO", size: 10.5pt, fill: ink, font: (${fontFamilies.map((family) => `"${family}"`).join(', ')}))
#set par(leading: 0.65em, spacing: 1em)
#set page(
  paper: "a4",
  flipped: frame.landscape,
  margin: (x: 20mm, top: 18mm, bottom: 22mm),
  footer: context {
    set text(size: 8.5pt, fill: grey)
    line(length: 100%, stroke: 0.4pt + hairline)
    v(-2mm)
    grid(columns: (1fr, auto), column-gutter: 6mm,
      [#frame.school · #frame.date#if frame.namesPupils [ · Inneholder opplysninger om elever]],
      [Side #counter(page).display() av #counter(page).final().first()])
  },
)
#show heading: set block(above: 1.4em, below: 0.7em)
#show heading.where(level: 1): set text(size: 19pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11pt)
#let quiet(it) = text(size: 9pt, fill: grey, it)
#let name(it) = "\\u{2068}" + it + "\\u{2069}"
#let data-table(columns: auto, header: (), align: auto, ..cells) = {
  set text(size: 9.5pt)
  table(columns: columns, align: align, inset: (x: 2mm, y: 1.6mm),
    stroke: (_, y) => (bottom: if y == 0 { 0.9pt + ink } else { 0.4pt + hairline }),
    table.header(..header.map(it => strong(it))), ..cells)
}

= #frame.title
#block(above: 0pt, below: 1.6em, text(size: 11pt, fill: grey, name(frame.subtitle)))
`;

/** A tagged PDF with the house's page, heading and footer round a body. Throws when the body does not compile. */
export const makeDocument = (
  { title, subtitle, schoolName, day, namesPupils, landscape = false, archival = false }: DocumentFrame,
  body: string,
  content: object,
): Buffer =>
  makePdf(
    frameSource + body,
    {
      frame: {
        title,
        subtitle,
        school: schoolName,
        date: writtenDay(day),
        at: day.split('-').map(Number),
        namesPupils,
        landscape,
      },
      content,
    },
    archival ? 'a-2a' : 'ua-1',
  );

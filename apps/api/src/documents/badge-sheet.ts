import { qrSvg } from './qr-svg.ts';
import { makePdf } from './typst.ts';

export type PrintedBadge = { readonly label: string; readonly address: string; readonly code: string };

export type BadgeSheet = {
  readonly schoolName: string;
  readonly className: string;
  readonly badges: readonly PrintedBadge[];
};

/** Ten cards an A4 sheet, two beside each other, with lines to cut along. */
const template = `
#let content = json(bytes(sys.inputs.content))
#set document(title: "Merker")
#set text(lang: "nb", size: 12pt)
#set page(paper: "a4", margin: (x: 15mm, y: 13.5mm))
#let card(badge) = box(width: 90mm, height: 54mm, stroke: (paint: luma(150), thickness: 0.5pt, dash: "dashed"), inset: 5mm,
  grid(columns: (36mm, 1fr), column-gutter: 5mm, align: horizon,
    align(center, stack(spacing: 2mm,
      image(bytes(badge.qr), format: "svg", width: 36mm, alt: "QR-kode for " + badge.label),
      text(size: 10.5pt, font: "DejaVu Sans Mono", badge.code))),
    [
      #text(size: if badge.label.len() > 14 { 15pt } else { 20pt }, weight: "bold", hyphenate: true)[#badge.label]

      #text(size: 11pt)[#content.className]

      #text(size: 8pt, fill: luma(90))[#content.schoolName]
    ]))
#grid(columns: (90mm, 90mm), row-gutter: 0mm, ..content.badges.map(card))
`;

/** The badges of a class for printing: a QR code with the pupil's address, the short code, the label the class uses, and nothing more. */
export const badgeSheet = ({ schoolName, className, badges }: BadgeSheet): Buffer =>
  makePdf(template, {
    schoolName,
    className,
    badges: badges.map(({ label, address, code }) => ({ label, code, qr: qrSvg(address) })),
  });

import type { PlacedPupil } from '../layout/sociogram.ts';
import { namePlace } from './name-place.ts';
import type { Picture } from './picture-request.ts';
import { ringPath } from './ring-path.ts';
import { textWidth, wrapWords } from './text-width.ts';
import { tieShape } from './tie-path.ts';
import { xmlText } from './xml-text.ts';

export type SociogramDrawing = {
  readonly picture: Picture;
  /** Ids of the pupils who have answered; the circles of the others are dashed. */
  readonly respondents: ReadonlySet<string>;
  /** Leaves out the ties that go one way, and their sign. */
  readonly mutualOnly: boolean;
  /** Over the picture; null where what it stands in says so already. */
  readonly heading: { readonly title: string; readonly lines: readonly string[] } | null;
  /** Under the signs, each beginning a line. */
  readonly notes: readonly string[];
  /** For whoever does not see it. */
  readonly alternative: string;
};

/** Dark on white, as on paper; the same as on the page in daylight. */
const colours = { mutual: '#1d5f57', oneWay: '#6b7683', line: '#23403d', ink: '#1c2b2d', quiet: '#52606a' };
const margin = 24;
const letters = 16;
const lineHeight = 23;
const family = "'Noto Sans', 'Segoe UI', Roboto, Arial, sans-serif";
const arabicFamily = `'IBM Plex Sans Arabic', 'Noto Sans Arabic', 'Segoe UI', Arial, sans-serif`;

const fixed = (value: number): string => String(Math.round(value * 100) / 100);
const fontOf = (text: string): string =>
  /\p{Script=Arabic}/u.test(text) ? ` font-family="${arabicFamily}"` : '';

const textAt = (x: number, y: number, text: string, more = ''): string =>
  `<text x="${fixed(x)}" y="${fixed(y)}"${fontOf(text)}${more}>${xmlText(text)}</text>`;

const nameText = (pupil: PlacedPupil): string => {
  const { x, y, 'text-anchor': anchor } = namePlace(pupil);
  const { width } = pupil.labelBox;
  // Letters that would reach out of the box are set closer. The width is estimated for wide fonts.
  const squeezed = 0.88 * textWidth(pupil.label, letters) > width;
  const fit = squeezed ? ` textLength="${fixed(width)}" lengthAdjust="spacingAndGlyphs"` : '';
  return textAt(x, y, pupil.label, ` text-anchor="${anchor}" data-width="${fixed(width)}"${fit}`);
};

const oneWayTie = (line: string, head: string | null): string =>
  `<path d="${line}" stroke="${colours.oneWay}" stroke-width="1.4"/>` +
  (head === null ? '' : `<path d="${head}" fill="${colours.oneWay}"/>`);
const mutualTie = (line: string): string =>
  `<path d="${line}" stroke="${colours.mutual}" stroke-width="3.6"/>`;
const circle = (x: number, y: number, r: number, responded: boolean): string =>
  `<circle cx="${fixed(x)}" cy="${fixed(y)}" r="${fixed(r)}"${responded ? '' : ' stroke-dasharray="5 4"'}/>`;

const drawnTies = ({ picture, mutualOnly }: SociogramDrawing): string => {
  const places = new Map(picture.pupils.map((pupil) => [pupil.id, pupil]));
  return picture.ties
    .flatMap((tie) => {
      const [from, to] = [places.get(tie.from), places.get(tie.to)];
      if (from === undefined || to === undefined || (mutualOnly && !tie.mutual)) return [];
      const { line, head } = tieShape(tie, from, to, picture.nodeRadius);
      return tie.mutual ? [mutualTie(line)] : [oneWayTie(line, head)];
    })
    .join('');
};

const drawnPicture = (drawing: SociogramDrawing): string => {
  const { picture, respondents } = drawing;
  const { centre, rings } = picture;
  const outlines =
    centre === undefined || rings === undefined
      ? []
      : rings.toReversed().map((ring) => `<path d="${ringPath(ring, centre, picture)}"/>`);
  const circles = picture.pupils.map(({ id, x, y }) => circle(x, y, picture.nodeRadius, respondents.has(id)));
  return [
    `<g fill="${colours.line}" fill-opacity="0.035" stroke="#b4bec4" stroke-width="1.2">${outlines.join('')}</g>`,
    `<g fill="none">${drawnTies(drawing)}</g>`,
    `<g fill="#fff" stroke="${colours.line}" stroke-width="2.2">${circles.join('')}</g>`,
    `<g font-weight="500" fill="${colours.ink}" stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${picture.pupils.map(nameText).join('')}</g>`,
  ].join('\n');
};

/** The signs and what they mean, one beside the other from the left edge. */
const signs = (mutualOnly: boolean, y: number): string => {
  const all = [
    [mutualTie(`M0 ${y}h40`), 'valgte hverandre'],
    ...(mutualOnly
      ? []
      : [
          [
            oneWayTie(`M0 ${y}h32`, `M42 ${y}L31 ${y - 5}v10Z`),
            'valgte, pilen peker på den som ble valgt',
          ] as const,
        ]),
    [`<g stroke="${colours.line}" stroke-width="2.2">${circle(22, y, 8, false)}</g>`, 'har ikke svart'],
  ] as const;
  let left = 0;
  const drawn = all.map(([sign, text]) => {
    const group = `<g transform="translate(${fixed(left)} 0)">${sign}${textAt(52, y + 5, text, ` fill="${colours.ink}"`)}</g>`;
    left += 52 + textWidth(text, letters) + 28;
    return group;
  });
  return `<g fill="none">${drawn.join('')}</g>`;
};

/**
 * A class's picture as a file of SVG 1.1 that needs nothing but itself: over it what it shows and how many it rests on, under it
 * what the signs mean. Everything, rings and names too, is in its viewBox. Pure: the same drawing gives the same text.
 */
export const sociogramSvg = (drawing: SociogramDrawing): string => {
  const { picture, heading, notes, mutualOnly, alternative } = drawing;
  const width = picture.width + 2 * margin;
  const wrapped = (lines: readonly string[]): readonly string[] =>
    lines.flatMap((line) => wrapWords(line, picture.width, letters));
  const titleLines = heading === null ? [] : wrapWords(heading.title, picture.width, 24);
  const over = [
    ...titleLines.map((line) => [line, 24, 34, ' font-weight="700" font-size="24"'] as const),
    ...wrapped(heading?.lines ?? []).map((line) => [line, letters, lineHeight, ''] as const),
  ];
  let y = margin;
  const top = over.map(([line, size, step, more]) => {
    const text = textAt(0, y + size, line, more);
    y += step;
    return text;
  });
  const pictureTop = heading === null ? margin : y + 12;
  const signsAt = pictureTop + picture.height + 26;
  const under = wrapped(notes).map((line, k) =>
    textAt(0, signsAt + 34 + k * lineHeight, line, ` fill="${colours.quiet}"`),
  );
  const height = signsAt + 18 + under.length * lineHeight + margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${fixed(height)}" viewBox="0 0 ${width} ${fixed(height)}" role="img" aria-labelledby="alternative" font-family="${family}" font-size="${letters}">`,
    `<title id="alternative">${xmlText(alternative)}</title>`,
    `<rect width="${width}" height="${fixed(height)}" fill="#fff"/>`,
    `<g transform="translate(${margin} 0)" fill="${colours.ink}">${top.join('')}</g>`,
    `<g transform="translate(${margin} ${fixed(pictureTop)})">`,
    drawnPicture(drawing),
    '</g>',
    `<g transform="translate(${margin} 0)">${signs(mutualOnly, signsAt)}${under.join('')}</g>`,
    '</svg>',
    '',
  ].join('\n');
};

import { describe, expect, it } from 'vitest';
import type { DrawnTie, PlacedPupil } from '../layout/sociogram.ts';
import type { SociogramDrawing } from './sociogram-svg.ts';
import { sociogramSvg } from './sociogram-svg.ts';

const pupil = (id: string, label: string, x: number, y: number, width = 40): PlacedPupil => ({
  id,
  label,
  x,
  y,
  labelSide: 'below',
  labelBox: { left: x - width / 2, top: y + 16, width, height: 20 },
});
const tie = (from: string, to: string, mutual: boolean): DrawnTie => ({ from, to, mutual, control: null });
const drawing = (more: Partial<SociogramDrawing> = {}): SociogramDrawing => ({
  picture: {
    width: 400,
    height: 200,
    nodeRadius: 10,
    pupils: [pupil('a', 'Ada', 100, 100), pupil('b', 'Bo', 200, 100), pupil('c', 'ليلى', 300, 100)],
    ties: [tie('a', 'b', true), tie('c', 'b', false), tie('a', 'x', true), tie('x', 'a', false)],
  },
  respondents: new Set(['a', 'b']),
  mutualOnly: false,
  heading: null,
  notes: [],
  alternative: 'Ada & Bo',
  ...more,
});
/** The text, and the attributes asked for, of each element that matches. */
const texts = (svg: string, ...attributes: readonly string[]) =>
  [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, own = '', text = '']) => [
    text,
    ...attributes.map((name) => new RegExp(`${name}="([^"]*)"`).exec(own)?.[1]),
  ]);
const shifts = (svg: string) => [...svg.matchAll(/translate\(([^)]*)\)/g)].map(([, shift]) => shift);

describe('a sociogram in a file', () => {
  it('has a dashed circle for who has not answered, and one in the signs', () => {
    const circles = [...sociogramSvg(drawing()).matchAll(/<circle[^>]*>/g)].map(([circle]) => circle);
    expect(circles).toEqual([
      '<circle cx="100" cy="100" r="10"/>',
      '<circle cx="200" cy="100" r="10"/>',
      '<circle cx="300" cy="100" r="10" stroke-dasharray="5 4"/>',
      expect.stringMatching(/^<circle cx="22" cy="[\d.]+" r="8" stroke-dasharray="5 4"\/>$/),
    ]);
  });

  it('has thick ties where two chose each other, thin ones with an arrow else, and none to who is not there', () => {
    const paths = [...sociogramSvg(drawing()).matchAll(/<path[^>]*>/g)].map(([path]) => path);
    expect(paths).toEqual([
      '<path d="M110 100L190 100" stroke="#1d5f57" stroke-width="3.6"/>',
      '<path d="M290 100L221 100" stroke="#6b7683" stroke-width="1.4"/>',
      '<path d="M212 100L223 95L223 105Z" fill="#6b7683"/>',
      '<path d="M0 250h40" stroke="#1d5f57" stroke-width="3.6"/>',
      '<path d="M0 250h32" stroke="#6b7683" stroke-width="1.4"/>',
      '<path d="M42 250L31 245v10Z" fill="#6b7683"/>',
    ]);
  });

  it('leaves out ties one way, and their sign, where mutual ones alone are asked for', () => {
    const svg = sociogramSvg(drawing({ mutualOnly: true }));
    expect([...svg.matchAll(/<path d="([^"]*)"/g)].map(([, d]) => d)).toEqual([
      'M110 100L190 100',
      'M0 250h40',
    ]);
    expect(texts(svg).slice(3)).toEqual([['valgte hverandre'], ['har ikke svart']]);
  });

  it('writes names in the letters of their script, squeezed where they would reach out of their box', () => {
    const long = {
      ...drawing().picture,
      pupils: [pupil('a', 'Anna', 100, 100, 30), pupil('b', 'Anna', 200, 100, 40)],
    };
    // «Anna» takes 16 × (0.78 + 3 × 0.64) = 43.2 px, and 0.88 of it is 38.
    expect(texts(sociogramSvg(drawing({ picture: long })), 'textLength', 'lengthAdjust').slice(0, 2)).toEqual(
      [
        ['Anna', '30', 'spacingAndGlyphs'],
        ['Anna', undefined, undefined],
      ],
    );
    const names = texts(sociogramSvg(drawing()), 'x', 'y', 'text-anchor', 'data-width', 'font-family').slice(
      0,
      3,
    );
    expect(names).toEqual([
      ['Ada', '100', '131.6', 'middle', '40', undefined],
      ['Bo', '200', '131.6', 'middle', '40', undefined],
      ['ليلى', '300', '131.6', 'middle', '40', expect.stringContaining('Arabic')],
    ]);
  });

  it('has the picture and its signs in the frame, and is no taller than they need', () => {
    const svg = sociogramSvg(drawing());
    // The signs' texts take 146.88 and 356.16 px, with 80 for the sign and the room after. Down: 24, the picture of 200, 26 to the signs, 18 under them and 24 at the foot.
    expect(svg).toContain('width="448" height="292" viewBox="0 0 448 292"');
    expect(svg).toContain('<rect width="448" height="292" fill="#fff"/>');
    expect(svg).toContain('<title id="alternative">Ada &amp; Bo</title>');
    expect(shifts(svg)).toEqual(['24 0', '24 24', '24 0', '0 0', '226.88 0', '663.04 0']);
    expect(texts(svg, 'x', 'y').slice(3)).toEqual([
      ['valgte hverandre', '52', '255'],
      ['valgte, pilen peker på den som ble valgt', '52', '255'],
      ['har ikke svart', '52', '255'],
    ]);
  });

  it('has its heading over the picture and its notes under the signs, each line below the one before', () => {
    const heading = { title: 'Klasse 5A', lines: ['20 av 22 svarte', 'Uke 40'] };
    const svg = sociogramSvg(drawing({ heading, notes: ['Én', 'To'] }));
    const written = texts(svg, 'x', 'y', 'font-size');
    // From 24: a title of 34, two lines of 23, 12 down to the picture, which is 200.
    expect(written.slice(0, 3)).toEqual([
      ['Klasse 5A', '0', '48', '24'],
      ['20 av 22 svarte', '0', '74', undefined],
      ['Uke 40', '0', '97', undefined],
    ]);
    expect(shifts(svg)[1]).toBe('24 116');
    expect(written.slice(-2)).toEqual([
      ['Én', '0', '376', undefined],
      ['To', '0', '399', undefined],
    ]);
    expect(svg).toContain('height="430"');
  });

  it('has the rings of a target behind the rest, the outermost first', () => {
    const rings = [50, 90].map((radius, k) => ({
      ring: k === 0 ? ('high' as const) : ('none' as const),
      radiusX: radius,
      radiusY: radius,
    }));
    const svg = sociogramSvg(
      drawing({ picture: { ...drawing().picture, centre: { x: 200, y: 100 }, rings } }),
    );
    const paths = [...svg.matchAll(/<path d="([^"]*)"\/>/g)].map(([, d]) => d);
    expect(paths).toEqual([
      'M290 100A90 90 0 0 1 110 100A90 90 0 0 1 290 100Z',
      'M250 100A50 50 0 0 1 150 100A50 50 0 0 1 250 100Z',
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const channel = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = (colour: string): number => {
  const hex = colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
};
/** From 1 to 21, as WCAG 2.2 defines it. */
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Colours by name, the first time each is given after `from`. */
const colours = (css: string, from = ''): ((name: string) => string) => {
  const rest = css.slice(css.indexOf(from));
  return (name) => {
    const found = new RegExp(`${name}(?: \\{\\s*fill)?: (#[0-9a-f]{3,6});`).exec(rest)?.[1];
    if (found === undefined) throw new Error(`No colour ${name}`);
    return found;
  };
};

test('contrast is reckoned as the definition says', () => {
  expect(contrast('#000000', '#fff')).toBeCloseTo(21);
  // The lightest grey that text on white may have.
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

describe('what is drawn stands out by 3 : 1 (WCAG 2.2, 1.4.11)', () => {
  const pupil = colours(read('pupil/pupil.css'));
  test.each(['--line', '--ink-strong', '--focus'])('%s on the pupil’s pages', (name) => {
    for (const ground of ['--tile', '--ground'])
      expect(contrast(pupil(name), pupil(ground))).toBeGreaterThanOrEqual(3);
  });

  const staff = read('staff/staff.css');
  const theme = readFileSync(
    createRequire(import.meta.url).resolve('@digdir/designsystemet-theme/index.css'),
    'utf8',
  );
  test.each([
    ['light', colours(staff), colours(theme, '[data-color-scheme="light"]')],
    ['dark', colours(staff, 'prefers-color-scheme: dark'), colours(theme, '[data-color-scheme="dark"]')],
  ] as const)('the sociogram, %s', (_, drawn, given) => {
    const ground = given('--ds-color-neutral-background-default');
    for (const name of ['--tie-mutual', '--tie-one-way', '--node-line'])
      expect(contrast(drawn(name), ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(given('--ds-color-focus-outer'), ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('counts inside a bar stand out by 4.5 : 1 (WCAG 2.2, 1.4.3)', () => {
  const style = read('charts/DivergingBar.svelte');
  const fill = colours(style, '<style>');
  const own = /text\.low1,\s*text\.mid,\s*text\.high1 \{\s*fill: (#[0-9a-f]+)/.exec(style)?.[1] ?? '';
  const onDeep = /text\.low2,\s*text\.high2 \{\s*fill: (#[0-9a-f]+)/.exec(style)?.[1] ?? '';
  const plain = /\btext \{[^}]*fill: (#[0-9a-f]+)/.exec(style)?.[1] ?? '';
  test.each([
    ['low2', onDeep],
    ['high2', onDeep],
    ['low1', own],
    ['mid', own],
    ['high1', own],
    ['plain0', plain],
    ['plain1', plain],
  ])('%s', (part, text) => {
    expect(contrast(text, fill(`rect.${part}`))).toBeGreaterThanOrEqual(4.5);
  });
});

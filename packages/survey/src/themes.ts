import type { StaffTexts } from './language.ts';

/** The indices of Elevundersøkelsen by the names its files use (docs: domain, "Follow-up of Elevundersøkelsen"). */
export const nationalIndices = [
  'Trivsel',
  'Støtte fra lærerne',
  'Støtte hjemmefra',
  'Faglig utfordring',
  'Vurdering for læring',
  'Læringskultur',
  'Mestring',
  'Motivasjon',
  'Elevdemokrati og medvirkning',
  'Felles regler',
  'Mobbing på skolen',
] as const;

export type NationalIndex = (typeof nationalIndices)[number];

/**
 * `same`: the theme and the index ask about the same matter; `near`: they overlap, and a screen that sets them side
 * by side must say so. Neither makes the numbers comparable: the wording and the options are Samhold's own.
 */
export type Counterpart = { readonly index: NationalIndex; readonly fit: 'same' | 'near' };

type ThemeShape = {
  readonly id: string;
  readonly name: StaffTexts;
  readonly counterpart: Counterpart | null;
};

export const themes = [
  {
    id: 'wellbeing',
    name: { nb: 'Trivsel', nn: 'Trivsel', en: 'Wellbeing' },
    counterpart: { index: 'Trivsel', fit: 'same' },
  },
  { id: 'safety', name: { nb: 'Trygghet', nn: 'Tryggleik', en: 'Feeling safe' }, counterpart: null },
  {
    id: 'friends',
    name: { nb: 'Venner og tilhørighet', nn: 'Vener og tilhøyrsle', en: 'Friends and belonging' },
    counterpart: null,
  },
  { id: 'recess', name: { nb: 'Friminutt', nn: 'Friminutt', en: 'Recess' }, counterpart: null },
  {
    id: 'adults',
    name: { nb: 'Støtte fra voksne', nn: 'Støtte frå vaksne', en: 'Support from adults' },
    counterpart: { index: 'Støtte fra lærerne', fit: 'near' },
  },
  {
    id: 'work-peace',
    name: { nb: 'Arbeidsro', nn: 'Arbeidsro', en: 'Peace to work' },
    counterpart: { index: 'Læringskultur', fit: 'near' },
  },
  {
    id: 'mastery',
    name: { nb: 'Mestring', nn: 'Meistring', en: 'Mastery' },
    counterpart: { index: 'Mestring', fit: 'same' },
  },
  {
    id: 'motivation',
    name: { nb: 'Motivasjon', nn: 'Motivasjon', en: 'Motivation' },
    counterpart: { index: 'Motivasjon', fit: 'same' },
  },
  {
    id: 'participation',
    name: { nb: 'Medvirkning', nn: 'Medverknad', en: 'Having a say' },
    counterpart: { index: 'Elevdemokrati og medvirkning', fit: 'same' },
  },
  {
    id: 'rules',
    name: { nb: 'Felles regler', nn: 'Felles reglar', en: 'Shared rules' },
    counterpart: { index: 'Felles regler', fit: 'same' },
  },
  {
    id: 'bullying',
    name: { nb: 'Mobbing', nn: 'Mobbing', en: 'Bullying' },
    counterpart: { index: 'Mobbing på skolen', fit: 'same' },
  },
] as const satisfies readonly ThemeShape[];

export type ThemeId = (typeof themes)[number]['id'];

/** What items are grouped by, shared with Elevundersøkelsen where it has an index for the same matter. */
export type Theme = ThemeShape & { readonly id: ThemeId };

const themeById: ReadonlyMap<string, Theme> = new Map(themes.map((theme) => [theme.id, theme]));

/** The theme with this id, or undefined. */
export function findTheme(id: string): Theme | undefined {
  return themeById.get(id);
}

/** The themes set beside an index of Elevundersøkelsen; empty for an index that Samhold has no items for. */
export function themesBeside(index: NationalIndex): readonly Theme[] {
  return themes.filter((theme: Theme) => theme.counterpart?.index === index);
}

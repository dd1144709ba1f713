type Option = {
  /** What stands after the option; a flag has nothing. */
  readonly value?: string;
  readonly many?: true;
  readonly text: string;
};

/** Every option of every command, with its line of help. */
export const options = {
  edges: { value: 'FIL', text: 'valg: source,target[,wave,relation,weight]; kolonnen class leses også' },
  roster: {
    value: 'FIL',
    text: 'klasselisten: id[,wave,class,member]; uten den er listen dem som står i valgfilen',
  },
  respondents: {
    value: 'FIL',
    text: 'de som svarte: id[,wave,class,respondent]; uten den regnes alle på listen',
  },
  ratings: { value: 'FIL', text: 'vurderinger: source,target,rating eller rater,ratee,rating[,year,group]' },
  wave: { value: 'RUNDE', text: 'hvilken runde; må velges når filen har flere' },
  relation: { value: 'NAVN', many: true, text: 'hvilket spørsmål; må velges når filen har flere' },
  class: { value: 'KLASSE', text: 'hvilken klasse; må velges når filen har flere' },
  'min-weight': { value: 'TALL', text: 'et valg er en rad med minst denne vekten; tom vekt er intet valg' },
  'max-rank': { value: 'TALL', text: 'et valg er en rad med høyst dette i kolonnen rank' },
  undirected: { text: 'hver rad gjelder begge veier' },
  label: {
    value: 'KOLONNE',
    many: true,
    text: 'regn også på valg innenfor og på tvers av denne kolonnen i listen',
  },
  likes: { value: 'NAVN', text: 'spørsmålet om hvem eleven liker best' },
  dislikes: { value: 'NAVN', text: 'spørsmålet om hvem eleven liker minst' },
  method: {
    value: 'METODE',
    text: 'coie-dodge-1983, coie-dodge-1982, newcomb-bukowski, maassen-landsheer eller asher-dodge',
  },
  scale: { value: '1-7', text: 'laveste og høyeste vurdering; ellers det laveste og høyeste i filen' },
  'like-from': { value: 'TALL', text: 'vurderinger fra og med denne er «liker best»; ellers den høyeste' },
  'dislike-to': { value: 'TALL', text: 'vurderinger til og med denne er «liker minst»; ellers den laveste' },
  sd: {
    value: 'sample|population',
    text: 'standardavvik for utvalg (når det ikke er sagt) eller populasjon',
  },
  score: {
    value: 'share|count',
    text: 'andel av dem som kunne nevne eleven (når det ikke er sagt), eller antall',
  },
  raw: { text: 'SP og SI uten ny standardisering' },
  alpha: { value: 'TALL', text: 'hva som er sjeldent; 0.05 når det ikke er sagt' },
  controversial: {
    value: 'above|at-or-above',
    text: 'om den andre skåren må være over forventet (når det ikke er sagt), eller kan være lik',
  },
  language: { value: 'nb|nn|en', text: 'språket i setningene; nb når det ikke er sagt' },
  seed: { value: 'TALL', text: 'startverdi for tilfeldige trekk; 1 når det ikke er sagt' },
  draws: { value: 'TALL', text: 'antall trekk bak tallene om tilfeldighet; 2000 når det ikke er sagt' },
  width: { value: 'TALL', text: 'bredde på tegningen i px; 1000 når det ikke er sagt' },
  height: { value: 'TALL', text: 'høyde på tegningen i px; 750 når det ikke er sagt' },
  radius: { value: 'TALL', text: 'radius på sirklene i px; 14 når det ikke er sagt' },
  sizes: { value: '4,4,5', text: 'størrelsen på hver gruppe' },
  size: { value: 'TALL', text: 'omtrent så mange i hver gruppe' },
  groups: { value: 'TALL', text: 'så mange grupper' },
  apart: { value: 'A,B', many: true, text: 'to elever som ikke skal være i samme gruppe' },
  together: { value: 'A,B', many: true, text: 'to elever som skal være i samme gruppe' },
  seconds: { value: 'TALL', text: 'hvor lenge den beste løsningen kan bevises; 2 når det ikke er sagt' },
  help: { text: 'viser dette' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** Lines of help for these options, with the values aligned. */
export function optionLines(names: readonly OptionName[]): string {
  const heads = names.map((name) => {
    const option: Option = options[name];
    return option.value === undefined ? `--${name}` : `--${name} ${option.value}`;
  });
  const widest = Math.max(...heads.map((head) => head.length));
  return names.map((name, i) => `  ${(heads[i] ?? '').padEnd(widest)}   ${options[name].text}`).join('\n');
}

import type {
  FollowUpAudience,
  FollowUpRole,
  FollowUpStep,
  FollowUpUnit,
  LowTheme,
  StepState,
} from '@samhold/contract';
import { longDate } from '#lib/format/dates.ts';
import { counted, decimal, listed } from '#lib/format/numbers.ts';
import { levelWords, stateWords as signalStateWords } from '#lib/signals/signal-words.ts';
import { yearName } from '#lib/national-survey/figure-words.ts';

export const stepNames: Readonly<Record<FollowUpStep, string>> = {
  reports: 'Rapporter hentet',
  presented: 'Lagt frem og analysert på trinnet',
  class: 'Fulgt opp i klassen',
  taken_up: 'Tatt opp med elever, FAU og ansatte',
  measures: 'Tiltak',
};

/** What the plan asks for in a step. */
export const stepTasks: Readonly<Record<FollowUpStep, string>> = {
  reports: 'Ledelsen henter rapporter på skole-, trinn- og klassenivå.',
  presented:
    'Resultatene legges frem og analyseres på trinnet sammen med ledelsen, lærere, sosiallærer og miljøteam.',
  class: 'Tall som viser mobbing eller mistrivsel, følges opp med elevsamtaler og egne undersøkelser.',
  taken_up: 'Resultater og tiltak tas opp med elevene, elevrådet, FAU og de ansatte.',
  measures: 'Hva skolen setter i verk, og hvordan dere ser om det virker.',
};

export const roleNames: Readonly<Record<FollowUpRole, string>> = {
  leadership: 'Ledelsen',
  teachers: 'Lærere på trinnet',
  social_teacher: 'Sosiallærer',
  environment_team: 'Miljøteamet',
  pupils: 'Elevene',
  pupil_council: 'Elevrådet',
  parent_council: 'FAU',
  staff: 'De ansatte',
};

export const audiences: readonly FollowUpAudience[] = ['pupils', 'pupil_council', 'parent_council', 'staff'];

const stateNames = { none: 'Ikke\u00a0begynt', begun: 'I\u00a0gang', done: 'Gjort' } as const;

/** «Gjort, 23. november 2026» */
export const stateWords = ({ state, latestOn }: StepState): string =>
  latestOn === null ? stateNames[state] : `${stateNames[state]}, ${longDate(latestOn)}`;

const inSentence = (role: FollowUpRole): string =>
  role === 'parent_council' ? 'FAU' : roleNames[role].toLowerCase();

export const rolesWords = (roles: readonly FollowUpRole[]): string => {
  const words = listed(roles.map(inSentence));
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** With whom the results are still to be taken up; empty when that is done. */
export const notToldWords = (told: readonly FollowUpAudience[]): string => {
  const missing = audiences.filter((one) => !told.includes(one));
  return missing.length === 0 ? '' : `Ikke tatt opp med ${listed(missing.map(inSentence))} ennå.`;
};

const numberWords = (table: LowTheme['table'], value: number): string =>
  table === 'bullying' ? `${decimal(value)}\u00a0%` : decimal(value, 2).replace(/^\d$/, '$&,0');

/** «Trivsel: 3,6 i klassen (24 svar), 4,1 i hele landet 2025–26.» */
export const lowWords = ({
  table,
  topic,
  question,
  ofClass,
  value,
  answers,
  nation,
  nationYear,
}: LowTheme): string => {
  const basis = answers === null ? '' : ` (${counted(answers, 'svar', 'svar')})`;
  const here = `${numberWords(table, value)} ${ofClass ? 'i klassen' : 'på trinnet'}${basis}`;
  const name = question || topic;
  return `${name.endsWith('?') ? `«${name}»` : `${name}:`} ${here}, ${numberWords(table, nation)} i hele landet ${yearName(nationYear)}.`;
};

type Signal = NonNullable<FollowUpUnit['signals']>[number];

/** Signals as they are read: one by one by name, and those without names that say the same together, with how many. */
export const signalLines = (
  signals: readonly Signal[],
): readonly { readonly who: string; readonly what: string }[] => {
  const whatOf = ({ level, state, roundName, createdAt }: Signal): string =>
    `${levelWords(level)}. ${signalStateWords(state)}. ${roundName}, ${longDate(createdAt)}.`;
  const named = signals.flatMap((one) => (one.pupil === null ? [] : [{ who: one.pupil, what: whatOf(one) }]));
  const others = Map.groupBy(
    signals.filter(({ pupil }) => pupil === null),
    whatOf,
  );
  return [
    ...named,
    ...[...others].map(([what, same]) => ({ who: counted(same.length, 'elev', 'elever'), what })),
  ];
};

import type { NoticeKind, NoticeView, StaffSession } from '@samhold/contract';
import { longDate } from '#lib/format/dates.ts';
import { listed } from '#lib/format/numbers.ts';
import {
  casePath,
  casesPath,
  classHomePath,
  incidentsPath,
  ownSettingsPath,
  schoolSignalsOfPath,
  schoolSignalsPath,
  signalsPath,
  sittingPath,
  talksPath,
  unusualReadsPath,
} from '#lib/staff/paths.ts';
import { readsResults, readsSchoolSignals } from '#lib/staff/relations.ts';
import type { Gathered } from './gather-notices.ts';

type Words = {
  /** What a notice says, on the page of its class; of those gathered with it, all are given. */
  readonly says: (notice: NoticeView, all: Gathered) => string;
  readonly link: string;
  /** Where the notice leads, when its reader has a page for it. */
  readonly path: (notice: NoticeView, reader: StaffSession, all: Gathered) => string | null;
  /** It is nobody's class's: it follows the reader. */
  readonly followsReader?: true;
};

const closes = ({ closesAt }: NoticeView): string =>
  closesAt === null ? '' : ` Den lukkes ${longDate(closesAt)}.`;
const round = ({ roundName }: NoticeView): string => `«${roundName ?? 'Runden'}»`;
const rounds = (all: Gathered): string => listed([...new Set(all.map(round))]);
const classNames = (all: Gathered): readonly string[] =>
  [...new Set(all.map(inClass))].sort((a, b) => a.localeCompare(b, 'nb', { numeric: true }));
const inClass = ({ className }: NoticeView): string => className ?? 'klassen';

const classPath = ({ classId }: NoticeView): string => (classId === null ? '/' : classHomePath(classId));
const toSitting = (notice: NoticeView): string =>
  notice.classId === null || notice.sittingId === null
    ? classPath(notice)
    : sittingPath(notice.classId, notice.sittingId);

const toCase = ({ caseId }: NoticeView): string => (caseId === null ? casesPath : casePath(caseId));

const words: Readonly<Record<NoticeKind, Words>> = {
  round_opens_soon: {
    says: (notice) => `${round(notice)} åpner ${longDate(notice.opensOn ?? notice.madeAt)} klokka 7.`,
    link: 'Gå til klassen',
    path: classPath,
  },
  round_opened: {
    says: (notice) => `${round(notice)} er åpen. Elever med merke kan svare nå.${closes(notice)}`,
    link: 'Følg med',
    path: toSitting,
  },
  pupils_missing: {
    says: (notice) => `Noen elever har ikke svart på ${round(notice)} ennå.${closes(notice)}`,
    link: 'Se hvem som har svart',
    path: toSitting,
  },
  handed_back: {
    says: (notice) => `Vikaren er ferdig, og ${round(notice)} er fortsatt åpen.${closes(notice)}`,
    link: 'Følg med',
    path: toSitting,
  },
  results_ready: {
    says: (notice) => `Resultatene fra ${round(notice)} er klare.`,
    link: 'Gå til resultatene',
    path: toSitting,
  },
  talk_wished: {
    says: (notice) => `En elev i ${inClass(notice)} vil snakke med deg.`,
    link: 'Gå til samtalene',
    path: () => talksPath,
    followsReader: true,
  },
  talk_unopened: {
    says: (notice) =>
      `En elev i ${inClass(notice)} har bedt om å snakke med en voksen, og ingen har åpnet meldingen på to skoledager.`,
    link: 'Gå til samtalene',
    path: () => talksPath,
    followsReader: true,
  },
  signals_wait: {
    says: (_, all) => `Tegn fra ${rounds(all)} har ventet i to skoleuker på at noen ser nærmere på dem.`,
    link: 'Gå til tegnene',
    path: (notice) => (notice.classId === null ? '/' : signalsPath(notice.classId)),
  },
  signals_wait_long: {
    says: (_, all) => {
      const [first = 'klassen', ...rest] = classNames(all);
      const teachers = rest.length === 0 ? 'Kontaktlæreren' : 'Kontaktlærerne';
      return `Tegn i ${listed([first, ...rest])} har ventet i fire skoleuker på at noen ser nærmere på dem. ${teachers} er minnet på det, og du kan spørre hvordan det går.`;
    },
    link: 'Gå til tegnene',
    path: ({ classId }, reader, all) => {
      if (readsSchoolSignals(reader))
        return classId === null || classNames(all).length > 1
          ? schoolSignalsPath
          : schoolSignalsOfPath(classId);
      return classId !== null && readsResults(reader, classId) ? signalsPath(classId) : null;
    },
    followsReader: true,
  },
  incident_filed: {
    says: () => 'Det er kommet en melding om en hendelse som ingen har tatt imot ennå.',
    link: 'Gå til hendelsene',
    path: () => incidentsPath,
    followsReader: true,
  },
  evaluation_due: {
    says: ({ madeAt }) => `Tiltakene i en sak du har ansvar for, skal evalueres ${longDate(madeAt)}.`,
    link: 'Gå til saken',
    path: toCase,
    followsReader: true,
  },
  evaluation_overdue: {
    says: () => 'Tiltakene i en sak du har ansvar for, skulle vært evaluert.',
    link: 'Gå til saken',
    path: toCase,
    followsReader: true,
  },
  account_reset: {
    says: () =>
      'En administrator har gitt deg kontoen på nytt. Det du logget inn med før, virker ikke lenger. Har du ikke bedt om det, si fra til rektor.',
    link: 'Se hvor du er logget inn',
    path: () => ownSettingsPath,
    followsReader: true,
  },
  account_set_up: {
    says: () =>
      'Kontoen din har fått nytt passord og ny kodeapp. Var det ikke deg, si fra til rektor med en gang.',
    link: 'Se hvor du er logget inn',
    path: () => ownSettingsPath,
    followsReader: true,
  },
  unusual_reads: {
    says: () => 'Det er oppslag om elever fra forrige uke som bør sees på.',
    link: 'Gå til oppslagene',
    path: () => unusualReadsPath(),
    followsReader: true,
  },
  backup_failed: {
    says: () =>
      'Sikkerhetskopien ble ikke tatt, og det prøves igjen hver time. Si fra til dem som drifter Samhold.',
    link: '',
    path: () => null,
    followsReader: true,
  },
  force_used: {
    says: () => 'Det er meldt om fysisk inngripen. Foresatte skal informeres.',
    link: 'Gå til hendelsene',
    path: () => incidentsPath,
    followsReader: true,
  },
};

export const followsReader = ({ kind }: Pick<NoticeView, 'kind'>): boolean =>
  words[kind].followsReader === true;
export const noticeSentence = (all: Gathered): string => words[all[0].kind].says(all[0], all);
export const noticePath = (all: Gathered, reader: StaffSession): string | null =>
  words[all[0].kind].path(all[0], reader, all);
export const noticeLink = ([{ kind }]: Gathered): string => words[kind].link;
/** The class a notice is about, where its sentence does not say it. */
export const noticeClass = (all: Gathered): string | null =>
  noticeSentence(all).includes(all[0].className ?? ' ') ? null : all[0].className;
/** What a link to a notice is about, for those who hear it alone. */
export const noticeAbout = (all: Gathered): string =>
  [...new Set(all.map(({ roundName }) => roundName)), ...classNames(all)]
    .filter((name) => name !== null)
    .join(', ');

import type { NoticeKind, NoticeView, StaffSession } from '@samhold/contract';
import { longDate } from '#lib/format/dates.ts';
import {
  classHomePath,
  incidentsPath,
  schoolSignalsOfPath,
  schoolSignalsPath,
  signalsPath,
  sittingPath,
  talksPath,
} from '#lib/staff/paths.ts';
import { readsResults, readsSchoolSignals } from '#lib/staff/relations.ts';

type Words = {
  /** What a notice says, on the page of its class. */
  readonly says: (notice: NoticeView) => string;
  readonly link: string;
  /** Where the notice leads, when its reader has a page for it. */
  readonly path: (notice: NoticeView, reader: StaffSession) => string | null;
  /** It is nobody's class's: it follows the reader. */
  readonly followsReader?: true;
};

const closes = ({ closesAt }: NoticeView): string =>
  closesAt === null ? '' : ` Den lukkes ${longDate(closesAt)}.`;
const round = ({ roundName }: NoticeView): string => `«${roundName ?? 'Runden'}»`;
const inClass = ({ className }: NoticeView): string => className ?? 'klassen';

const classPath = ({ classId }: NoticeView): string => (classId === null ? '/' : classHomePath(classId));
const toSitting = (notice: NoticeView): string =>
  notice.classId === null || notice.sittingId === null
    ? classPath(notice)
    : sittingPath(notice.classId, notice.sittingId);

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
    says: (notice) => `Tegn fra ${round(notice)} har ventet i to skoleuker på at noen ser nærmere på dem.`,
    link: 'Gå til tegnene',
    path: (notice) => (notice.classId === null ? '/' : signalsPath(notice.classId)),
  },
  signals_wait_long: {
    says: (notice) =>
      `Tegn i ${inClass(notice)} fra ${round(notice)} har ventet i fire skoleuker på at noen ser nærmere på dem. Kontaktlærer er minnet på det, og du kan spørre hvordan det går.`,
    link: 'Gå til tegnene',
    path: ({ classId }, reader) => {
      if (readsSchoolSignals(reader))
        return classId === null ? schoolSignalsPath : schoolSignalsOfPath(classId);
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
  force_used: {
    says: () => 'Det er meldt om fysisk inngripen. Foresatte skal informeres.',
    link: 'Gå til hendelsene',
    path: () => incidentsPath,
    followsReader: true,
  },
};

export const followsReader = ({ kind }: Pick<NoticeView, 'kind'>): boolean =>
  words[kind].followsReader === true;
export const noticeSentence = (notice: NoticeView): string => words[notice.kind].says(notice);
export const noticePath = (notice: NoticeView, reader: StaffSession): string | null =>
  words[notice.kind].path(notice, reader);
export const noticeLink = ({ kind }: Pick<NoticeView, 'kind'>): string => words[kind].link;
/** What a link to a notice is about, for those who hear it alone. */
export const noticeAbout = ({ roundName, className }: NoticeView): string =>
  [roundName, className].filter((name) => name !== null).join(', ');

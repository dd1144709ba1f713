import type { NoticeView } from '@samhold/contract';
import { longDate } from '#lib/format/dates.ts';
import { classHomePath, sittingPath, talksPath } from '#lib/staff/paths.ts';

/** Talks are nobody's class's: their notices follow the reader. */
export const isOfTalk = ({ kind }: Pick<NoticeView, 'kind'>): boolean =>
  kind === 'talk_wished' || kind === 'talk_unopened';

/** What a notice says, on the page of its class. */
export const noticeSentence = (notice: NoticeView): string => {
  const { roundName, kind } = notice;
  const closes = notice.closesAt === null ? '' : ` Den lukkes ${longDate(notice.closesAt)}.`;
  switch (kind) {
    case 'round_opens_soon':
      return `«${roundName}» åpner ${longDate(notice.opensOn)} klokka 7.`;
    case 'round_opened':
      return `«${roundName}» er åpen. Elever med merke kan svare nå.${closes}`;
    case 'pupils_missing':
      return `Noen elever har ikke svart på «${roundName}» ennå.${closes}`;
    case 'results_ready':
      return `Resultatene fra «${roundName}» er klare.`;
    case 'talk_wished':
      return `En elev i ${notice.className} vil snakke med deg.`;
    case 'talk_unopened':
      return `En elev i ${notice.className} har bedt om å snakke med en voksen, og ingen har åpnet meldingen på to skoledager.`;
  }
};

/** Where the notice leads. */
export const noticePath = (notice: NoticeView): string => {
  if (isOfTalk(notice)) return talksPath;
  return notice.sittingId === null || notice.kind === 'round_opens_soon'
    ? classHomePath(notice.classId)
    : sittingPath(notice.classId, notice.sittingId);
};

export const noticeLink = (notice: NoticeView): string => {
  switch (notice.kind) {
    case 'round_opens_soon':
      return 'Gå til klassen';
    case 'round_opened':
      return 'Følg med';
    case 'pupils_missing':
      return 'Se hvem som har svart';
    case 'results_ready':
      return 'Gå til resultatene';
    case 'talk_wished':
    case 'talk_unopened':
      return 'Gå til samtalene';
  }
};

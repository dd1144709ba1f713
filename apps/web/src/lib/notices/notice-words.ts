import type { NoticeView } from '@samhold/contract';
import { longDate } from '#lib/format/dates.ts';
import { classHomePath, sittingPath } from '#lib/staff/paths.ts';

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
  }
};

/** Where the notice leads. */
export const noticePath = (notice: NoticeView): string =>
  notice.sittingId === null || notice.kind === 'round_opens_soon'
    ? classHomePath(notice.classId)
    : sittingPath(notice.classId, notice.sittingId);

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
  }
};

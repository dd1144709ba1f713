import type { NoticeKind, NoticeView } from '@samhold/contract';

/** Notices that say the same of several rounds, or of several classes, and are read as one. The first is the newest. */
export type Gathered = readonly [NoticeView, ...NoticeView[]];

const sameAs: Readonly<Partial<Record<NoticeKind, (notice: NoticeView) => string>>> = {
  signals_wait: ({ classId }) => classId ?? '',
  signals_wait_long: () => 'of the school',
};

/** In their order; each stands where the first of those it is gathered with stood. */
export const gatherNotices = (notices: readonly NoticeView[]): readonly Gathered[] => {
  const gathered = Map.groupBy(notices, (one) => {
    const same = sameAs[one.kind];
    return same === undefined ? one.noticeId : `${one.kind} ${same(one)}`;
  });
  return [...gathered.values()].flatMap(([first, ...rest]): Gathered[] =>
    first === undefined ? [] : [[first, ...rest]],
  );
};

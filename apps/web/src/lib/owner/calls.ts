import type { OwnerOverview } from '@samhold/contract';
import { get } from '#lib/api.ts';

export type PublishedSchool = OwnerOverview['schools'][number];

export const readOwnerOverview = (page: string | null, sought: string) => {
  const query = new URLSearchParams({
    ...(page !== null && /^[1-9]\d{0,3}$/.test(page) ? { page } : {}),
    ...(sought === '' ? {} : { sought: sought.slice(0, 100) }),
  });
  return get<OwnerOverview>(`/owner/schools?${query.toString()}`);
};

import { safeReturn } from '#lib/staff/paths.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ url }) => ({ returnTo: safeReturn(url.searchParams.get('returnTo')) });

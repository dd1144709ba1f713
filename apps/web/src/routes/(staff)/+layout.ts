import { sessionOrNull } from '#lib/staff/load.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async () => ({ session: await sessionOrNull() });

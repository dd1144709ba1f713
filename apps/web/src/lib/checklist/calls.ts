import type { Checklist } from '@samhold/contract';
import { get } from '#lib/api.ts';

export const readChecklist = () => get<Checklist>('/checklist');

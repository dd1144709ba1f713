import type { TalkState, TalkTerm } from '@samhold/contract';

const states: Readonly<Record<TalkState, string>> = {
  not_prepared: 'Ikke forberedt',
  prepared: 'Forberedt',
  held: 'Holdt',
};
export const talkStateWords = (state: TalkState): string => states[state];

export const termWords = (term: TalkTerm): string => (term === 'autumn' ? 'høsten' : 'våren');

export type { Choice, ChoiceNetwork } from './network.ts';

import type { Arguments } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import type { OptionName } from './options.ts';

export const statusMethods = [
  'coie-dodge-1983',
  'coie-dodge-1982',
  'newcomb-bukowski',
  'maassen-landsheer',
  'asher-dodge',
] as const;

export type StatusMethod = (typeof statusMethods)[number];

const always = ['roster', 'wave', 'class', 'method'] as const;
const ofChoices = ['edges', 'likes', 'min-weight', 'max-rank'] as const;
const ofNominations = ['dislikes', 'respondents'] as const;
const ofRatings = ['ratings', 'scale'] as const;
const limits = ['like-from', 'dislike-to'] as const;
const ofScores = ['sd', 'score', 'raw'] as const;
const ofTails = ['alpha', 'controversial'] as const;

export const statusOptions: readonly OptionName[] = [
  ...(['edges', 'likes', 'dislikes', 'min-weight', 'max-rank', 'ratings', 'scale', ...limits] as const),
  ...(['roster', 'respondents', 'wave', 'class', 'method', ...ofScores, ...ofTails] as const),
];

/**
 * The method asked for; by ratings when they are given.
 * @throws BadInput for an option that the method would not heed, and for a method without the ratings it needs.
 */
export function statusMethod(args: Arguments): StatusMethod {
  const byRatings = args.has('ratings');
  const method = args.oneOf('method', statusMethods) ?? (byRatings ? 'maassen-landsheer' : 'coie-dodge-1983');
  if (!byRatings && (method === 'maassen-landsheer' || method === 'asher-dodge'))
    throw new BadInput(`${method} trenger vurderinger: --ratings FIL.`);
  const heeded = new Set<OptionName>(heededBy(method, byRatings));
  const other = statusOptions.find((name) => args.has(name) && !heeded.has(name));
  if (other !== undefined)
    throw new BadInput(`--${other} brukes ikke av ${method} etter ${byRatings ? 'vurderinger' : 'valg'}.`);
  return method;
}

function heededBy(method: StatusMethod, byRatings: boolean): readonly OptionName[] {
  switch (method) {
    case 'maassen-landsheer':
      return [...always, ...ofRatings, 'alpha'];
    case 'asher-dodge':
      return [...always, ...ofRatings, ...ofChoices, ...ofScores];
    default: {
      const input = byRatings ? [...ofRatings, ...limits] : [...ofChoices, ...ofNominations];
      return [...always, ...input, ...(method === 'newcomb-bukowski' ? ofTails : ofScores)];
    }
  }
}

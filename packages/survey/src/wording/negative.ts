import { wordFinder, type ReadLanguage } from './find-word.ts';

const norwegian = wordFinder([
  ...['ikke', 'ikkje', 'aldri', 'ingen', 'minst', 'mindre', 'sjelden', 'sjeldan', 'uten', 'utan'],
  ...['verst*', 'dårlig*', 'dårleg*', 'unngå*', 'slippe', 'slipper', 'kvitt', 'mislik*', 'hate', 'hater'],
  ...[
    'mobb*',
    'erte',
    'erter',
    'ertar',
    'plag*',
    'slem*',
    'dum',
    'dumme',
    'teit*',
    'kjip*',
    'ekkel',
    'stygg*',
  ],
  ...[
    'irriter*',
    'forstyrr*',
    'bråk*',
    'krangl*',
    'slå',
    'slår',
    'slåss',
    'slåst',
    'sparker',
    'sparkar',
    'sint*',
    'redd*',
  ],
  ...['uvenn*', 'uven', 'uvener', 'fiende*', 'utenfor', 'utanfor', 'utesteng*', 'utestengt', 'utstøtt*'],
  ...['alene', 'aleine', 'ensom*', 'einsam*', 'upopulær*', 'skummel', 'skumle', 'problem*'],
]);

const english = wordFinder([
  ...['not', 'never', 'nobody', 'no one', 'least', 'worst', 'avoid*', 'dislike*', 'hate', 'hates', 'without'],
  ...[
    "\\p{L}+n['’]t",
    'bully*',
    'bullies',
    'tease*',
    'mean',
    'stupid',
    'annoy*',
    'disturb*',
    'noisy',
    'fight*',
  ],
  ...[
    'hit',
    'hits',
    'kick*',
    'afraid',
    'scared',
    'angry',
    'enem*',
    'left out',
    'alone',
    'lonely',
    'unpopular',
  ],
]);

/** The word that makes a question a negative one. Forskrift til opplæringslova § 20-5: nobody may be named in such a question. */
export const negativeWord = (text: string, language: ReadLanguage): string | undefined =>
  (language === 'en' ? english : norwegian)(text);

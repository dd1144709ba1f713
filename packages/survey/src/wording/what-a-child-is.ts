import { wordFinder, type ReadLanguage } from './find-word.ts';

const norwegian = wordFinder([
  // Health.
  ...[
    'syk',
    'syke',
    'sykt',
    'sykdom*',
    'sjuk',
    'sjuke',
    'sjukdom*',
    'helse*',
    'helsa',
    'diagnos*',
    'medisin*',
  ],
  ...[
    'allergi*',
    'astma*',
    'adhd',
    'autis*',
    'dysleksi*',
    'dyslekti*',
    'psykolog*',
    'psykisk*',
    'psykiatri*',
  ],
  ...['depri*', 'depres*', 'angst*', 'selvskad*', 'sjølvskad*', 'selvmord*', 'sjølvmord*', 'spiseforstyrr*'],
  ...['overvekt*', 'tykk', 'tjukk', 'slank*', 'funksjonshem*', 'funksjonsned*', 'rullestol*', 'handikap*'],
  ...['hørselshem*', 'synshem*', 'døv', 'vondt i magen', 'vondt i hodet', 'vondt i hovudet'],
  // Faith.
  ...[
    'religion*',
    'religiøs*',
    'kristen',
    'kristne',
    'muslim*',
    'islam*',
    'jøde*',
    'jødisk*',
    'hindu*',
    'buddh*',
  ],
  ...[
    'ateis*',
    'gud',
    'allah',
    'kirke*',
    'kyrkje*',
    'moské*',
    'koranen',
    'bibelen',
    'bønn',
    'ramadan',
    'hijab*',
  ],
  // Ethnicity.
  ...[
    'etnisk*',
    'etnisitet*',
    'hudfarge*',
    'innvandr*',
    'flyktning*',
    'nasjonalitet*',
    'statsborger*',
    'samisk*',
  ],
  ...['same', 'samer', 'samar', 'utlending*', 'utenlandsk*', 'utanlandsk*', 'rase', 'rasen', 'morsmål*'],
  ...['hvilket land', 'kva land', 'født i utlandet', 'født i Norge', 'fødd i utlandet', 'fødd i Noreg'],
  'hvor kommer (?:du|familien|foreldrene|mamma|pappa)(?: \\p{L}+)? fra',
  'kvar kjem (?:du|familien|foreldra|mamma|pappa)(?: \\p{L}+)? frå',
  // Sexuality.
  ...[
    'homo',
    'homofil*',
    'lesbisk*',
    'bifil*',
    'skeiv*',
    'hetero*',
    'seksu*',
    'sex',
    'transperson*',
    'kjønn*',
  ],
  ...['kjæreste*', 'kjærast*', 'forelsk*', 'gutt eller jente', 'jente eller gutt', 'gut eller jente'],
  // Crime.
  ...[
    'politi*',
    'kriminel*',
    'stjål*',
    'stjel*',
    'nask*',
    'tyveri*',
    'fengsel*',
    'straffet',
    'straffa',
    'lovbrudd*',
  ],
  ...['narkotika', 'hasj', 'rus', 'rusa', 'ruset', 'dop', 'barnevern*'],
]);

const english = wordFinder([
  ...[
    'sick',
    'ill',
    'illness*',
    'disease*',
    'health*',
    'diagnos*',
    'medicine*',
    'allerg*',
    'asthma',
    'adhd',
    'autis*',
  ],
  ...['dyslexi*', 'depress*', 'anxiety', 'self-harm', 'suicid*', 'overweight', 'disab*', 'wheelchair*'],
  ...[
    'religio*',
    'christian*',
    'muslim*',
    'islam*',
    'jew*',
    'hindu*',
    'buddh*',
    'atheis*',
    'god',
    'church*',
    'mosque*',
  ],
  ...[
    'ethnic*',
    'skin colou?r',
    'immigra*',
    'refugee*',
    'nationalit*',
    'foreigner*',
    'race',
    'mother tongue',
  ],
  ...[
    'gay',
    'lesbian*',
    'bisexual*',
    'queer',
    'sexual*',
    'sex',
    'transgender',
    'gender',
    'boyfriend*',
    'girlfriend*',
  ],
  ...['police', 'crim*', 'stolen', 'steal*', 'prison*', 'drugs', 'child welfare'],
]);

/** The word that says a question asks what a child is: health, faith, ethnicity, sexuality, crime (trust P3). */
export const wordForWhatAChildIs = (text: string, language: ReadLanguage): string | undefined =>
  (language === 'en' ? english : norwegian)(text);

const treatment = wordFinder([
  ...[
    'på grunn av',
    'sagt',
    'kommentar*',
    'kommenter*',
    'ertet',
    'erta',
    'mobb*',
    'plag*',
    'behandl*',
    'krenk*',
  ],
  ...[
    'holdt utenfor',
    'halden utanfor',
    'stengt ute',
    'stengd ute',
    'rasis*',
    'diskriminer*',
    'gjort narr',
    'ledd',
  ],
  ...['because of', 'said', 'comment*', 'tease*', 'bullied', 'treat*', 'left out', 'racis*', 'discriminat*'],
]);
const because = wordFinder([
  ...['fordi du er', 'siden du er', 'sidan du er', 'ettersom du er', 'because you are', 'since you are'],
]);

/**
 * True for a question of how others have treated the pupil, which may be asked («… sagt noe vondt til deg på grunn av
 * hudfargen din?»), and false once it takes for granted what the pupil is («fordi du er …»).
 */
export const asksOfTreatment = (text: string): boolean =>
  treatment(text) !== undefined && because(text) === undefined;

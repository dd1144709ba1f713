import type { Wording } from './wording.ts';

const medelevar = (count: number): string => (count === 1 ? '1 medelev' : `${count} medelevar`);
const spørsmåla = (count: number): string => (count === 1 ? 'spørsmålet' : `dei ${count} spørsmåla`);
const COMPANIONSHIP = 'å ha nokon å vere saman med';

export const nynorsk: Wording = {
  decimalMark: ',',
  headlines: {
    'unchosen-repeated-very-unlikely': 'Ikkje vald av nokon i fleire rundar, og det er svært uvanleg.',
    'unchosen-and-own-answer': 'Ikkje vald av nokon, og svaret frå eleven sjølv peikar same veg.',
    'no-mutual-repeated-and-own-answer':
      'Ingen gjensidige val i fleire rundar, og svaret frå eleven sjølv peikar same veg.',
    'no-mutual-very-unlikely': 'Ingen gjensidige val i fleire rundar, og det er svært uvanleg.',
    'unchosen-repeated': 'Ikkje vald av nokon i fleire rundar.',
    'unchosen-very-unlikely': 'Ikkje vald av nokon på noko spørsmål.',
    'no-mutual-repeated': 'Ingen gjensidige val i fleire rundar.',
    'few-and-own-answer': 'Vala i klassen og svaret frå eleven sjølv peikar same veg.',
    'few-and-gave-none': 'Vala frå medelevar og vala til eleven sjølv peikar same veg.',
    'own-answer-and-gave-none': 'Eleven valde ingen, og svaret frå eleven sjølv er lågt.',
    'own-answer-repeated': 'Svara frå eleven sjølv er låge i fleire rundar.',
    'said-by-pupil': 'Eleven har sjølv svart noko som skal følgjast opp.',
    'said-to-be-without-company': 'Eleven svarte å ikkje ha nokon å vere saman med.',
    'gave-none-repeated': 'Eleven valde ingen i fleire rundar.',
  },
  headlineOf: {
    'look-closer': 'Grunn til å sjå nærare.',
    'look-closer-soon': 'Grunn til å sjå nærare snart.',
  },
  criterionPhrases: {
    recess: 'i friminutt',
    work: 'som ein å arbeide saman med',
    'sit-beside': 'som ein å sitje ved sida av',
  },
  unknownCriterion: (id) => `på spørsmålet «${id}»`,
  about: (part, whole) => `om lag ${part} av ${whole}`,
  moreThan: (part, whole) => `meir enn ${part} av ${whole}`,
  fewerThan: (part, whole) => `færre enn ${part} av ${whole}`,
  lessThan: (decimal) => `mindre enn ${decimal}`,

  chosenBy: (received, couldChoose, phrase) => `Vald av ${received} av ${couldChoose} ${phrase}.`,
  chosenByNobody: (criteria) => `Ikkje vald av nokon på ${spørsmåla(criteria)}.`,
  chosenTimes: (received, choosers, criteria) =>
    `Vald ${received} ${received === 1 ? 'gong' : 'gonger'} til saman på ${spørsmåla(criteria)}, av ${medelevar(choosers)}.`,
  timesByChance: (expected, share) =>
    `Reint tilfeldig ville det i snitt ha vore ${expected}, og ${share} elevar i ein slik klasse får så få val.`,
  byChance: (share) => `Reint tilfeldig skjer det for ${share} elevar i ein slik klasse.`,
  soFewByChance: (share) => `Reint tilfeldig får ${share} elevar i ein slik klasse så få val.`,
  notChosenBack: (given, answered) =>
    given !== answered
      ? `Eleven valde ${medelevar(given)}, og ${answered} av dei svarte. Eleven vart ikkje vald tilbake.`
      : given === 1
        ? 'Eleven valde 1 medelev og vart ikkje vald tilbake.'
        : `Eleven valde ${medelevar(given)} og vart ikkje vald tilbake av nokon av dei.`,
  returnedInClass: (returned, returnable, share) =>
    `I klassen er ${returned} av ${returnable} val gjengjelda, og då skjer det for ${share} elevar med så mange val.`,
  notChosenBackOverRounds: (rounds, given) =>
    `Ingen av dei ${given} vala eleven gjorde i ${rounds} rundar på rad, vart gjengjelda.`,
  atClassRate: (share) => `Når val blir gjengjelda som elles i klassen, skjer det for ${share} elevar.`,
  timesOverRounds: (received, when) =>
    `Vald ${received} ${received === 1 ? 'gong' : 'gonger'} til saman i denne runden og ${when}.`,
  onlyOutside: (choosers) =>
    `Ikkje vald av nokon i klassen, men av ${choosers} ${choosers === 1 ? 'elev' : 'elevar'} utanfor klassen.`,
  ownFall: (score, usual, rounds) =>
    `Eleven svarte i snitt ${score} av 5 i siste trivselsrunde. Vanleg for eleven er ${usual}, rekna ut frå ${rounds} tidlegare rundar.`,
  safetyLowest: (items) => `Eleven gav det lågaste svaret på ${items} spørsmål om tryggleik.`,
  lowOnEnd: (scores) =>
    `Låg trivsel i ${scores.length} rundar på rad: ${scores.join(' – ')} av 5, den siste først.`,
  saysBullied: 'Eleven svarte at andre har plaga eleven to eller tre gonger i månaden eller oftare.',
  topInNoTime: (answered, seconds) =>
    `Eleven gav det beste svaret på alle dei ${answered} spørsmåla, på om lag ${seconds} sekund kvar. Svara er kanskje ikkje gjennomtenkte.`,
  onlyByUnchosen: (choosers) => `Vald av ${medelevar(choosers)}, som ingen andre valde.`,
  fell: (now, before) => `Vald av ${medelevar(now)} no, mot ${before} i runden før.`,
  fallByChance: (share) => `Reint tilfeldig har ${share} elevar ein så stor nedgang.`,
  companionship: (score) => `Eleven svarte ${score} av 5 på ${COMPANIONSHIP}, der 5 er best.`,
  choseNobody: 'Eleven svarte «ingen» på alle spørsmål om kven eleven ville velje.',
  when: {
    previous: 'i runden før',
    lastRounds: (count) => `i dei ${count} rundane før`,
    roundsAgo: (count) => `for ${count} rundar sidan`,
    earlierRounds: (count) => `i ${count} tidlegare rundar`,
  },
  sameAlso: (when) => `Det same var tilfelle ${when}.`,
  fewAlso: (when) => `Det var få val også ${when}.`,
  lowAlso: (when) => `Svaret var lågt også ${when}.`,
  mutualTies: (count) =>
    count === 1 ? 'Eleven har 1 gjensidig val.' : `Eleven har ${count} gjensidige val.`,
  chosenBefore: (choosers) => `Vald av ${medelevar(choosers)} i runden før.`,

  answered: (answered, size) => `${answered} av ${size} ${size === 1 ? 'elev' : 'elevar'} svarte.`,
  notComputed: {
    'no-criteria': 'Det er ingen spørsmål om val i denne runden.',
    'small-class': 'Klassen er for liten til at få val seier noko sikkert, så val er ikkje rekna med.',
    'low-participation': 'For få svarte til at få val seier noko sikkert, så val er ikkje rekna med.',
  },
  ownAnswersOnly: 'Teiknet byggjer på det eleven sjølv svarte, ikkje på kven som valde eleven.',
  expectedSignals: (expected, found) =>
    `Reint tilfeldig ville det i snitt ha vorte ${expected} ${expected === '1' ? 'slikt' : 'slike'} teikn i denne klassen. Det er ${found} no.`,
  atLeastAsMany: (share) => `Minst så mange ville det reint tilfeldig ha vorte i ${share} slike klassar.`,
  everybodyAnswered: 'Alle medelevane svarte.',
  absentCouldNot: (absent) =>
    absent === 1
      ? '1 medelev svarte ikkje. Eit val derifrå ville ikkje ha fjerna teiknet.'
      : `${absent} medelevar svarte ikkje. Val frå dei ville ikkje ha fjerna teiknet.`,
  absentCould: (absent, needed) =>
    absent === 1
      ? '1 medelev svarte ikkje, og kunne ha fjerna teiknet ved å velje eleven.'
      : `${absent} medelevar svarte ikkje. Teiknet ville ha vore borte om ${needed} av dei hadde valt eleven.`,

  couldExplain: {
    isNew: 'Eleven kan vere ny i klassen.',
    friendsAway: 'Vener av eleven kan ha vore borte då klassen svarte.',
    friendsElsewhere: 'Eleven kan ha venene sine i ein annan klasse eller utanfor skulen.',
    misunderstood: 'Eit spørsmål kan vere misforstått, av eleven eller av medelevar.',
    thatDay: 'Det kan ha vore noko som berre galdt den dagen.',
    didNotWantToChoose: 'Eleven kan ha late vere å velje av andre grunnar, til dømes for å bli fort ferdig.',
  },
};

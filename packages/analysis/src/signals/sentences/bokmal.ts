import type { Wording } from './wording.ts';

const medelever = (count: number): string => (count === 1 ? '1 medelev' : `${count} medelever`);
const spørsmålene = (count: number): string => (count === 1 ? 'spørsmålet' : `de ${count} spørsmålene`);
const COMPANIONSHIP = 'å ha noen å være sammen med';

export const bokmal: Wording = {
  decimalMark: ',',
  headlines: {
    'unchosen-repeated-very-unlikely': 'Ikke valgt av noen i flere runder, og det er svært uvanlig.',
    'unchosen-and-own-answer': 'Ikke valgt av noen, og elevens eget svar peker samme vei.',
    'no-mutual-repeated-and-own-answer':
      'Ingen gjensidige valg i flere runder, og elevens eget svar peker samme vei.',
    'no-mutual-very-unlikely': 'Ingen gjensidige valg i flere runder, og det er svært uvanlig.',
    'unchosen-repeated': 'Ikke valgt av noen i flere runder.',
    'unchosen-very-unlikely': 'Ikke valgt av noen på noe spørsmål.',
    'no-mutual-repeated': 'Ingen gjensidige valg i flere runder.',
    'few-and-own-answer': 'Valgene i klassen og elevens eget svar peker samme vei.',
    'few-and-gave-none': 'Valgene fra medelever og elevens egne valg peker samme vei.',
    'own-answer-and-gave-none': 'Eleven valgte ingen, og elevens eget svar er lavt.',
    'own-answer-repeated': 'Elevens egne svar er lave i flere runder.',
    'said-by-pupil': 'Eleven har selv svart noe som skal følges opp.',
    'said-to-be-without-company': 'Eleven svarte å ikke ha noen å være sammen med.',
    'gave-none-repeated': 'Eleven valgte ingen i flere runder.',
  },
  headlineOf: {
    'look-closer': 'Grunn til å se nærmere.',
    'look-closer-soon': 'Grunn til å se nærmere snart.',
  },
  criterionPhrases: {
    recess: 'i friminutt',
    work: 'som en å arbeide sammen med',
    'sit-beside': 'som en å sitte ved siden av',
  },
  unknownCriterion: (id) => `på spørsmålet «${id}»`,
  about: (part, whole) => `omtrent ${part} av ${whole}`,
  moreThan: (part, whole) => `mer enn ${part} av ${whole}`,
  fewerThan: (part, whole) => `færre enn ${part} av ${whole}`,
  lessThan: (decimal) => `mindre enn ${decimal}`,

  chosenBy: (received, couldChoose, phrase) => `Valgt av ${received} av ${couldChoose} ${phrase}.`,
  chosenByNobody: (criteria) => `Ikke valgt av noen på ${spørsmålene(criteria)}.`,
  chosenTimes: (received, choosers, criteria) =>
    `Valgt ${received} ${received === 1 ? 'gang' : 'ganger'} til sammen på ${spørsmålene(criteria)}, av ${medelever(choosers)}.`,
  timesByChance: (expected, share) =>
    `Ved ren tilfeldighet ville det i snitt vært ${expected}, og ${share} elever i en slik klasse får så få valg.`,
  byChance: (share) => `Ved ren tilfeldighet skjer det for ${share} elever i en slik klasse.`,
  soFewByChance: (share) => `Ved ren tilfeldighet får ${share} elever i en slik klasse så få valg.`,
  notChosenBack: (given, answered) =>
    given !== answered
      ? `Eleven valgte ${medelever(given)}, og ${answered} av dem svarte. Eleven ble ikke valgt tilbake.`
      : given === 1
        ? 'Eleven valgte 1 medelev og ble ikke valgt tilbake.'
        : `Eleven valgte ${medelever(given)} og ble ikke valgt tilbake av noen av dem.`,
  returnedInClass: (returned, returnable, share) =>
    `I klassen er ${returned} av ${returnable} valg gjengjeldt, og da skjer det for ${share} elever med så mange valg.`,
  notChosenBackOverRounds: (rounds, given) =>
    `Ingen av de ${given} valgene eleven gjorde i ${rounds} runder på rad, ble gjengjeldt.`,
  atClassRate: (share) => `Når valg gjengjeldes som ellers i klassen, skjer det for ${share} elever.`,
  timesOverRounds: (received, when) =>
    `Valgt ${received} ${received === 1 ? 'gang' : 'ganger'} til sammen i denne runden og ${when}.`,
  onlyOutside: (choosers) =>
    `Ikke valgt av noen i klassen, men av ${choosers} ${choosers === 1 ? 'elev' : 'elever'} utenfor klassen.`,
  ownFall: (score, usual, rounds) =>
    `Eleven svarte i snitt ${score} av 5 i siste trivselsrunde. Vanlig for eleven er ${usual}, regnet ut fra ${rounds} tidligere runder.`,
  safetyLowest: (items) => `Eleven ga det laveste svaret på ${items} spørsmål om trygghet.`,
  lowOnEnd: (scores) =>
    `Lav trivsel i ${scores.length} runder på rad: ${scores.join(' – ')} av 5, den siste først.`,
  saysBullied: 'Eleven svarte at andre har plaget eleven to eller tre ganger i måneden eller oftere.',
  topInNoTime: (answered, seconds) =>
    `Eleven ga det beste svaret på alle de ${answered} spørsmålene, på omtrent ${seconds} ${seconds === '1' ? 'sekund' : 'sekunder'} hver. Svarene er kanskje ikke gjennomtenkt.`,
  onlyByUnchosen: (choosers) => `Valgt av ${medelever(choosers)}, som ingen andre valgte.`,
  fell: (now, before) => `Valgt av ${medelever(now)} nå, mot ${before} i runden før.`,
  fallByChance: (share) => `Ved ren tilfeldighet har ${share} elever en så stor nedgang.`,
  companionship: (score) => `Eleven svarte ${score} av 5 på ${COMPANIONSHIP}, der 5 er best.`,
  choseNobody: 'Eleven svarte «ingen» på alle spørsmål om hvem eleven ville velge.',
  when: {
    previous: 'i runden før',
    lastRounds: (count) => `i de ${count} rundene før`,
    roundsAgo: (count) => `for ${count} runder siden`,
    earlierRounds: (count) => `i ${count} tidligere runder`,
  },
  sameAlso: (when) => `Det samme var tilfelle ${when}.`,
  fewAlso: (when) => `Det var få valg også ${when}.`,
  lowAlso: (when) => `Svaret var lavt også ${when}.`,
  mutualTies: (count) =>
    count === 1 ? 'Eleven har 1 gjensidig valg.' : `Eleven har ${count} gjensidige valg.`,
  chosenBefore: (choosers) => `Valgt av ${medelever(choosers)} i runden før.`,

  answered: (answered, size) => `${answered} av ${size} ${size === 1 ? 'elev' : 'elever'} svarte.`,
  notComputed: {
    'no-criteria': 'Det er ingen spørsmål om valg i denne runden.',
    'small-class': 'Klassen er for liten til at få valg sier noe sikkert, så valg er ikke regnet med.',
    'low-participation': 'For få svarte til at få valg sier noe sikkert, så valg er ikke regnet med.',
  },
  ownAnswersOnly: 'Tegnet bygger på det eleven selv svarte, ikke på hvem som valgte eleven.',
  expectedSignals: (expected, found) =>
    `Ved ren tilfeldighet ville det i snitt blitt ${expected} ${expected === '1' ? 'slikt' : 'slike'} tegn i denne klassen. Det er ${found} nå.`,
  atLeastAsMany: (share) => `Minst så mange ville det ved ren tilfeldighet blitt i ${share} slike klasser.`,
  everybodyAnswered: 'Alle medelevene svarte.',
  absentCouldNot: (absent) =>
    absent === 1
      ? '1 medelev svarte ikke. Et valg derfra ville ikke fjernet tegnet.'
      : `${absent} medelever svarte ikke. Valg fra dem ville ikke fjernet tegnet.`,
  absentCould: (absent, needed) =>
    absent === 1
      ? '1 medelev svarte ikke, og kunne ha fjernet tegnet ved å velge eleven.'
      : `${absent} medelever svarte ikke. Tegnet ville vært borte om ${needed} av dem hadde valgt eleven.`,

  couldExplain: {
    isNew: 'Eleven kan være ny i klassen.',
    friendsAway: 'Venner av eleven kan ha vært borte da klassen svarte.',
    friendsElsewhere: 'Eleven kan ha vennene sine i en annen klasse eller utenfor skolen.',
    misunderstood: 'Et spørsmål kan være misforstått, av eleven eller av medelever.',
    thatDay: 'Det kan ha vært noe som bare gjaldt den dagen.',
    didNotWantToChoose:
      'Eleven kan ha latt være å velge av andre grunner, for eksempel for å bli fort ferdig.',
  },
};

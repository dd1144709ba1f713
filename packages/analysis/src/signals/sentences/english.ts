import type { Wording } from './wording.ts';

const classmates = (count: number): string => (count === 1 ? '1 classmate' : `${count} classmates`);
const questions = (count: number): string => (count === 1 ? 'the question' : `the ${count} questions`);
const COMPANIONSHIP = 'having someone to be with';

export const english: Wording = {
  decimalMark: '.',
  headlines: {
    'unchosen-repeated-very-unlikely': 'Not chosen by anyone in several rounds, which is very unusual.',
    'unchosen-and-own-answer': 'Not chosen by anyone, and the pupil’s own answer points the same way.',
    'no-mutual-repeated-and-own-answer':
      'No mutual choices in several rounds, and the pupil’s own answer points the same way.',
    'no-mutual-very-unlikely': 'No mutual choices in several rounds, which is very unusual.',
    'unchosen-repeated': 'Not chosen by anyone in several rounds.',
    'unchosen-very-unlikely': 'Not chosen by anyone on any question.',
    'no-mutual-repeated': 'No mutual choices in several rounds.',
    'few-and-own-answer': 'The choices in the class and the pupil’s own answer point the same way.',
    'few-and-gave-none': 'The choices of classmates and the pupil’s own choices point the same way.',
    'own-answer-and-gave-none': 'The pupil chose nobody, and the pupil’s own answer is low.',
    'own-answer-repeated': 'The pupil’s own answers are low in several rounds.',
    'said-by-pupil': 'The pupil has answered something that must be followed up.',
    'said-to-be-without-company': 'The pupil answered that there is nobody to be with.',
    'gave-none-repeated': 'The pupil chose nobody in several rounds.',
  },
  headlineOf: {
    'look-closer': 'Reason to look closer.',
    'look-closer-soon': 'Reason to look closer soon.',
  },
  criterionPhrases: {
    recess: 'at recess',
    work: 'as someone to work with',
    'sit-beside': 'as someone to sit beside',
  },
  unknownCriterion: (id) => `on the question “${id}”`,
  about: (part, whole) => `about ${part} in ${whole}`,
  moreThan: (part, whole) => `more than ${part} in ${whole}`,
  fewerThan: (part, whole) => `fewer than ${part} in ${whole}`,
  lessThan: (decimal) => `less than ${decimal}`,

  chosenBy: (received, couldChoose, phrase) => `Chosen by ${received} of ${couldChoose} ${phrase}.`,
  chosenByNobody: (criteria) => `Not chosen by anyone on ${questions(criteria)}.`,
  chosenTimes: (received, choosers, criteria) =>
    `Chosen ${received} ${received === 1 ? 'time' : 'times'} in all on ${questions(criteria)}, by ${classmates(choosers)}.`,
  timesByChance: (expected, share) =>
    `By chance alone it would on average be ${expected}, and ${share} pupils in such a class get so few choices.`,
  byChance: (share) => `By chance alone this happens to ${share} pupils in such a class.`,
  soFewByChance: (share) => `By chance alone ${share} pupils in such a class get so few choices.`,
  notChosenBack: (given, answered) =>
    given !== answered
      ? `The pupil chose ${classmates(given)}, of whom ${answered} answered. The pupil was not chosen back.`
      : given === 1
        ? 'The pupil chose 1 classmate and was not chosen back.'
        : `The pupil chose ${classmates(given)} and was not chosen back by any of them.`,
  returnedInClass: (returned, returnable, share) =>
    `In the class ${returned} of ${returnable} choices are returned, and then this happens to ${share} pupils with so many choices.`,
  notChosenBackOverRounds: (rounds, given) =>
    `None of the ${given} choices the pupil made in ${rounds} rounds on end was returned.`,
  atClassRate: (share) =>
    `When choices are returned as elsewhere in the class, this happens to ${share} pupils.`,
  timesOverRounds: (received, when) =>
    `Chosen ${received} ${received === 1 ? 'time' : 'times'} in all in this round and ${when}.`,
  onlyOutside: (choosers) =>
    `Not chosen by anyone in the class, but by ${choosers} ${choosers === 1 ? 'pupil' : 'pupils'} outside the class.`,
  ownFall: (score, usual, rounds) =>
    `The pupil answered ${score} out of 5 on average in the last wellbeing round. Usual for the pupil is ${usual}, going by ${rounds} earlier rounds.`,
  safetyLowest: (items) =>
    `The pupil gave the lowest answer to ${items} ${items === 1 ? 'question' : 'questions'} about safety.`,
  lowOnEnd: (scores) =>
    `Low wellbeing in ${scores.length} rounds on end: ${scores.join(' – ')} out of 5, the last one first.`,
  saysBullied: 'The pupil answered that others have been unkind two or three times a month or more often.',
  topInNoTime: (answered, seconds) =>
    `The pupil gave the best answer to all ${answered} questions, in about ${seconds} ${seconds === '1' ? 'second' : 'seconds'} each. The answers may not be thought through.`,
  onlyByUnchosen: (choosers) => `Chosen by ${classmates(choosers)}, whom nobody else chose.`,
  fell: (now, before) => `Chosen by ${classmates(now)} now, against ${before} in the round before.`,
  fallByChance: (share) => `By chance alone ${share} pupils see so large a fall.`,
  companionship: (score) => `The pupil answered ${score} out of 5 on ${COMPANIONSHIP}, where 5 is best.`,
  choseNobody: 'The pupil answered “nobody” on every question about whom to choose.',
  when: {
    previous: 'in the round before',
    lastRounds: (count) => `in the ${count} rounds before`,
    roundsAgo: (count) => `${count} rounds ago`,
    earlierRounds: (count) => `in ${count} earlier rounds`,
  },
  sameAlso: (when) => `The same was the case ${when}.`,
  fewAlso: (when) => `There were few choices ${when} as well.`,
  lowAlso: (when) => `The answer was low ${when} as well.`,
  mutualTies: (count) =>
    count === 1 ? 'The pupil has 1 mutual choice.' : `The pupil has ${count} mutual choices.`,
  chosenBefore: (choosers) => `Chosen by ${classmates(choosers)} in the round before.`,

  answered: (answered, size) => `${answered} of ${size} ${size === 1 ? 'pupil' : 'pupils'} answered.`,
  notComputed: {
    'no-criteria': 'There are no questions about choices in this round.',
    'small-class':
      'The class is too small for few choices to say anything certain, so choices are not counted.',
    'low-participation':
      'Too few answered for few choices to say anything certain, so choices are not counted.',
  },
  ownAnswersOnly: 'The sign rests on what the pupil answered, not on who chose the pupil.',
  expectedSignals: (expected, found) =>
    `By chance alone there would on average be ${expected} such ${expected === '1' ? 'sign' : 'signs'} in this class. There ${found === 1 ? 'is' : 'are'} ${found} now.`,
  atLeastAsMany: (share) => `By chance alone at least as many would be seen in ${share} such classes.`,
  everybodyAnswered: 'All classmates answered.',
  absentCouldNot: (absent) =>
    absent === 1
      ? '1 classmate did not answer. A choice from there would not have removed the sign.'
      : `${absent} classmates did not answer. Choices from them would not have removed the sign.`,
  absentCould: (absent, needed) =>
    absent === 1
      ? '1 classmate did not answer, and could have removed the sign by choosing the pupil.'
      : `${absent} classmates did not answer. The sign would be gone if ${needed} of them had chosen the pupil.`,

  couldExplain: {
    isNew: 'The pupil may be new in the class.',
    friendsAway: 'Friends of the pupil may have been away when the class answered.',
    friendsElsewhere: 'The pupil may have friends in another class or outside school.',
    misunderstood: 'A question may have been misunderstood, by the pupil or by classmates.',
    thatDay: 'It may have been something about that day only.',
    didNotWantToChoose: 'The pupil may have left out choosing for other reasons, such as finishing quickly.',
  },
};

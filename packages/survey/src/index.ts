export { adviceCodes, adviseQuestionnaire, type Advice, type AdviceCode } from './advise-questionnaire.ts';
export { bulliedOptionIds } from './bullied-options.ts';
export { promisesAnonymity, raisesVoice } from './calm.ts';
export { allQuestionnaires, findQuestionnaire, questionnaireFor } from './catalogue.ts';
export { completeLanguages, missingTexts } from './completeness.ts';
export { criteria, criterionIn, findCriterion, type Criterion, type CriterionId } from './criteria.ts';
export { aboutInvestigation } from './investigation/about-investigation.ts';
export {
  investigationCriteria,
  investigationQuestionnaire,
  mostInvestigationCriteria,
  statusPair,
  type InvestigationCriterion,
  type InvestigationItem,
  type InvestigationQuestionnaire,
} from './investigation/investigation-questions.ts';
export { itemsInOrder, type ItemSettings } from './items-in-order.ts';
export {
  draftLanguages,
  isLanguageCode,
  languages,
  offeredLanguages,
  requiredLanguages,
  textIn,
  type Direction,
  type Language,
  type LanguageCode,
  type StaffTexts,
  type Texts,
  type Translation,
  type TranslationState,
} from './language.ts';
export type { OwnChoice, OwnEntry, OwnItem, OwnNomination } from './own/own-entries.ts';
export { ownProblems, type OwnProblems } from './own/own-problems.ts';
export {
  heldBy,
  offeredScales,
  offeredThemes,
  OWN,
  ownQuestionnaire,
  ownQuestionnaireId,
  standardEntries,
} from './own/own-questionnaire.ts';
export type {
  BullyingBy,
  ChoiceItem,
  Item,
  NominationItem,
  Option,
  Questionnaire,
  QuestionnaireKind,
  Range,
  Scale,
} from './questionnaire.ts';
export { indexQuestionnaire, type IndexedItem, type QuestionnaireIndex } from './questionnaire-index.ts';
export { readAloudTexts } from './read-aloud-texts.ts';
export type { Answer, ResponseBody } from './response.ts';
export { problemCodes, type Problem, type ProblemCode } from './rules/problem.ts';
export { mostOwnCriteria } from './rules/sociogram-rules.ts';
export { itemCount } from './rules/wellbeing-rules.ts';
export { scoreResponse, type ResponseScore, type ThemeScore } from './score.ts';
export { isSymbolId, symbols, type SymbolId } from './symbols.ts';
export {
  atOrAboveThreshold,
  matterOf,
  surveyMatters,
  type SociogramMeasure,
  type SurveyMatter,
} from './survey-matters.ts';
export {
  findTheme,
  nationalIndices,
  themes,
  themesBeside,
  type Counterpart,
  type NationalIndex,
  type Theme,
  type ThemeId,
} from './themes.ts';
export { talkPrompts } from './talk-prompts.ts';
export { limitsFor } from './wording/readability.ts';
export { validateQuestionnaire } from './validate-questionnaire.ts';
export {
  responseProblemCodes,
  validateResponse,
  type ResponseContext,
  type ResponseProblem,
  type ResponseProblemCode,
} from './validate-response.ts';

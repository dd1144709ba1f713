export type { Choice, ChoiceNetwork } from './network.ts';
export { describeNetwork, networkDescriptionVersion } from './networks/describe-network.ts';
export { cleanNetwork, byCodeUnit } from './networks/clean-network.ts';
export { changeBetween } from './networks/change.ts';
export type { CleanedNetwork, DroppedChoices } from './networks/clean-network.ts';
export type {
  ClassFigures,
  NetworkDescription,
  PupilFigures,
  TieLists,
} from './networks/network-description.ts';
export type { NetworkChange } from './networks/change.ts';
export { summariseItem } from './wellbeing/summarise-item.ts';
export type { ItemSummary } from './wellbeing/summarise-item.ts';
export type { ItemTally, OptionCount } from './wellbeing/item-tally.ts';
export { releaseTable } from './disclosure/release-table.ts';
export { audienceThresholds } from './disclosure/thresholds.ts';
export type {
  HiddenRow,
  ItemTable,
  ReleasedRow,
  ReleasedTable,
  ShownRow,
} from './disclosure/release-table.ts';
export type { GroupCounts, ReleaseRule } from './disclosure/cells.ts';
export type { Audience, Thresholds } from './disclosure/thresholds.ts';
export type { SociogramInput, SociogramOptions } from './layout/layout-sociogram.ts';
export { layoutSociogram } from './layout/layout-sociogram.ts';
export type { LayoutQuality } from './layout/layout-quality.ts';
export { layoutQuality } from './layout/layout-quality.ts';
export type { Box, DrawnTie, LabelSide, PlacedPupil, Point, SociogramLayout } from './layout/sociogram.ts';
export { receivedDistribution, lowerTail, upperTail } from './chance/poisson-binomial.ts';
export { nominationProbabilities } from './chance/nomination-probabilities.ts';
export { detectSignals } from './signals/detect-signals.ts';
export { RULES_1, CONDITION_SOURCES } from './signals/rules.ts';
export type { RuleSet, SignalCondition, SignalLevel, SignalRule, SignalSource } from './signals/rules.ts';
export type { ClassSignals, Signal } from './signals/signal.ts';
export type { Companionship, CriterionChoices, EarlierRound, SignalInput } from './signals/signal-input.ts';
export type { CounterEvidence, Evidence } from './signals/evidence.ts';
export type { AbsentBound } from './signals/absent-bounds.ts';
export type { CriterionStatus, NotComputed } from './signals/prepare-round.ts';
export type { FoundAgainstChance } from './signals/signals-by-chance.ts';
export { signalSentences } from './signals/sentences/signal-sentences.ts';
export type { SignalSentences } from './signals/sentences/signal-sentences.ts';
export type { SignalLanguage } from './signals/sentences/wording.ts';
export { coieDodgeStatus } from './status/coie-dodge.ts';
export { newcombBukowskiStatus } from './status/newcomb-bukowski.ts';
export type { InvestigationInput } from './status/investigation-input.ts';
export { describeLabels } from './networks/describe-labels.ts';
export type { LabelDescription } from './networks/describe-labels.ts';
export { unionOfCriteria } from './networks/union-of-criteria.ts';
export { classicIndices } from './networks/classic-indices.ts';
export { networkMeasures } from './networks/network-measures.ts';
export type { NetworkMeasure } from './networks/network-measure.ts';
export { cronbachAlpha } from './reliability/cronbach-alpha.ts';
export { splitHalf } from './reliability/split-half.ts';

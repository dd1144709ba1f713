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
export { meanInterval } from './wellbeing/mean-interval.ts';
export type { MeanInterval } from './wellbeing/mean-interval.ts';
export { seenChanges } from './wellbeing/seen-changes.ts';
export type { Pairs, SeenChange, TwoCounts } from './wellbeing/seen-changes.ts';
export { scoreCounts } from './wellbeing/score-counts.ts';
export { shareOf } from './wellbeing/share-of.ts';
export type { ItemTally, OptionCount } from './wellbeing/item-tally.ts';
export { audienceThresholds } from './disclosure/thresholds.ts';
export type { Audience, Thresholds } from './disclosure/thresholds.ts';
export { hasSeen, tierOf } from './disclosure/audiences.ts';
export type { Tier } from './disclosure/audiences.ts';
export type { CountedItem, CountSystem, Level, Unit } from './disclosure/count-system.ts';
export { releaseItem } from './disclosure/release-item.ts';
export { releaseTheme } from './disclosure/release-theme.ts';
export { protectedRange } from './disclosure/viewpoint.ts';
export type { Audit, TableSpec } from './disclosure/viewpoint.ts';
export type { ThemeRelease } from './disclosure/release-theme.ts';
export type { ReleasedTheme } from './disclosure/released-theme.ts';
export type { EarlierRelease, ItemAudit, ItemRelease, ItemSpec } from './disclosure/release-item.ts';
export type { ReleasedColumn, ReleasedItem, ReleasedRow } from './disclosure/released-item.ts';
export type { SociogramInput, SociogramOptions } from './layout/layout-input.ts';
export { layoutSociogram } from './layout/layout-sociogram.ts';
export type { LayoutQuality } from './layout/layout-quality.ts';
export { layoutQuality } from './layout/layout-quality.ts';
export type { Box, DrawnTie, LabelSide, PlacedPupil, Point, SociogramLayout } from './layout/sociogram.ts';
export { receivedDistribution, lowerTail, upperTail } from './chance/poisson-binomial.ts';
export { nominationProbabilities } from './chance/nomination-probabilities.ts';
export { detectSignals } from './signals/detect-signals.ts';
export { RULES_2, OWN_ANSWERS_1, CONDITION_SOURCES } from './signals/rules.ts';
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
export { proposeGroups } from './groups/propose-groups.ts';
export type { GroupsInput, GroupsProposal, GroupSizes } from './groups/groups-input.ts';
export type {
  Hindrance,
  ProposalOptions,
  PupilOutcome,
  StageName,
  StageResult,
  StageValues,
} from './groups/proposal.ts';
export type { Conflict, Demand } from './groups/conflict.ts';
export type { DroppedWishes, PupilPair, Wish } from './groups/wishes.ts';
export { highsSolver } from './groups/linear-solver.ts';
export type { Highs, LinearSolver } from './groups/linear-solver.ts';
export { describeLabels } from './networks/describe-labels.ts';
export type { LabelDescription } from './networks/describe-labels.ts';
export type { Assortativity, InternalExternal, Mixing } from './networks/mixing.ts';
export { unionOfCriteria } from './networks/union-of-criteria.ts';
export type { UnionChoice, UnionNetwork } from './networks/union-of-criteria.ts';
export { classicIndices } from './networks/classic-indices.ts';
export type { ClassicIndices } from './networks/classic-indices.ts';
export { networkMeasures } from './networks/network-measures.ts';
export type { NetworkMeasure } from './networks/network-measure.ts';
export { cronbachAlpha } from './reliability/cronbach-alpha.ts';
export { splitHalf } from './reliability/split-half.ts';
export type { SplitHalf } from './reliability/split-half.ts';
export { investigationInput } from './status/investigation-input.ts';
export type {
  DroppedNominations,
  InvestigationAnswers,
  InvestigationInput,
} from './status/investigation-input.ts';
export type { InvestigationBasis } from './status/investigation-basis.ts';
export { investigationRatings } from './status/investigation-ratings.ts';
export type {
  DroppedRatings,
  InvestigationRatings,
  Rating,
  RatingAnswers,
} from './status/investigation-ratings.ts';
export { asherDodgeNominations, nominationsFromRatings } from './status/from-ratings.ts';
export type { RatingLimits } from './status/from-ratings.ts';
export { coieDodgeStatus } from './status/coie-dodge.ts';
export type { CoieDodgeFigures, CoieDodgeOptions } from './status/coie-dodge.ts';
export { newcombBukowskiStatus } from './status/newcomb-bukowski.ts';
export type { NewcombBukowskiFigures, NewcombBukowskiOptions } from './status/newcomb-bukowski.ts';
export { maassenLandsheerStatus } from './status/maassen-landsheer.ts';
export type { MaassenLandsheerFigures } from './status/maassen-landsheer.ts';
export { rareScores } from './status/rare-scores.ts';
export type { RareLimit, RareScores } from './status/rare-scores.ts';
export { pearsonThreeLimits } from './status/pearson-three.ts';
export type { PearsonThreeLimits } from './status/pearson-three.ts';
export type { NoStatus, StatusCode, StatusResult } from './status/status-code.ts';
export { evaluateGroups } from './groups/evaluate-groups.ts';
export type { GroupsEvaluation } from './groups/evaluate-groups.ts';
export { explainGroupsContradiction } from './groups/group-demands.ts';
export { proposeSeating } from './seating/propose-seating.ts';
export type { SeatingInput, SeatingProposal, SeatOfPupil } from './seating/seating-input.ts';
export { evaluateSeating } from './seating/evaluate-seating.ts';
export type { SeatingEvaluation } from './seating/evaluate-seating.ts';
export { explainSeatingContradiction } from './seating/seating-demands.ts';
export { roomOfDesks, roomOfHorseshoe, roomOfRows } from './seating/room.ts';
export { roomOf } from './seating/drawn-room.ts';
export type { DrawnRoom } from './seating/drawn-room.ts';
export type { Room, Seat } from './seating/room.ts';
export { layoutTarget } from './layout/layout-target.ts';
export type { DrawnRing, TargetInput, TargetLayout } from './layout/layout-target.ts';
export type { TargetRing } from './layout/target-rings.ts';
export { drawNetwork, drawPicture, pictureRequest } from './drawing/picture-request.ts';
export { droppedAt, steppedTo, withDragged } from './drawing/by-hand.ts';
export { betweenPictures, tieName } from './drawing/between-pictures.ts';
export type { MovingPicture } from './drawing/between-pictures.ts';
export { changeInWords } from './drawing/change-in-words.ts';
export type { ChangeInWords } from './drawing/change-in-words.ts';
export type { HandPlaces } from './layout/place-by-hand.ts';
export type { Picture, PictureRequest } from './drawing/picture-request.ts';
export { barKey, barSvg, roundsSvg } from './drawing/chart-svg.ts';
export { divergingBar, stackedBar, toneStep } from './drawing/diverging-bar.ts';
export type { ScaleOption } from './drawing/diverging-bar.ts';
export { optionTones } from './drawing/option-tones.ts';
export { roundsChart } from './drawing/rounds-chart.ts';
export { roundsBesideYears } from './drawing/rounds-beside-years.ts';
export { yearsChart } from './drawing/years-chart.ts';
export { groupName, releaseInWords } from './drawing/release-in-words.ts';
export { seenInWords } from './drawing/seen-in-words.ts';
export { namePlace } from './drawing/name-place.ts';
export { tiesInWords, tiesOf } from './drawing/pupil-ties.ts';
export { ringWords } from './drawing/ring-words.ts';
export { ringPath } from './drawing/ring-path.ts';
export { sociogramSvg } from './drawing/sociogram-svg.ts';
export { xmlText } from './drawing/xml-text.ts';
export { shownNetwork } from './drawing/shown-network.ts';
export type { AnsweredSociogram, ShownNetwork, ShownPupil } from './drawing/shown-network.ts';
export { tieShape } from './drawing/tie-path.ts';
export { matrixOrder } from './layout/matrix-order.ts';
export type { MatrixOrder } from './layout/matrix-order.ts';
export { displacement } from './layout/displacement.ts';
export type { Displacement } from './layout/displacement.ts';
export type { WellbeingRound, WellbeingSeries } from './signals/wellbeing-series.ts';
export { tiesBetween } from './layout/tie-pairs.ts';
export type { Tie } from './layout/tie-pairs.ts';
export { layoutGrade } from './grade/layout-grade.ts';
export type { GradeLayout, GradePupil } from './grade/layout-grade.ts';
export { pairedDifference } from './effect/paired-difference.ts';
export type { PairedDifference, PairedTable } from './effect/paired-difference.ts';
export { expectedByOthers } from './effect/expected-by-others.ts';
export type { ExpectedByOthers, Other } from './effect/expected-by-others.ts';
export { expectedInWords } from './effect/expected-in-words.ts';
export { choicesOfPupil } from './effect/choices-of-pupil.ts';
export type { ChoicesOfPupil, TiesBeforeAndAfter } from './effect/choices-of-pupil.ts';
export { choicesOfClass } from './effect/choices-of-class.ts';
export type { ChoicesOfClass } from './effect/choices-of-class.ts';
export { scoreOfClass } from './effect/score-of-class.ts';
export type { ScoreOfClass } from './effect/score-of-class.ts';
export { whichSittings } from './effect/which-sittings.ts';
export { angleOf, daysPath, dayUnder, lanesOf, middleOf, monthsOf, yearWheel } from './drawing/year-wheel.ts';
export type { Ring, YearWheel } from './drawing/year-wheel.ts';

import Type, { type Static } from 'typebox';
import { Count, Day, RoundKind, Shape } from './shared-shapes.ts';

/** In the order a school goes through them. */
export const checklistSteps = [
  'school_year',
  'sign_in_method',
  'own_sign_in',
  'leadership',
  'roster',
  'contact_teachers',
  'training',
  'grounds',
  'calendar',
  'first_round',
  'ways_in',
] as const;
export type ChecklistStepCode = (typeof checklistSteps)[number];

export const ChecklistStep = Shape({
  code: Type.Enum(checklistSteps),
  done: Type.Boolean(),
  /** A round can open without it. */
  optional: Type.Boolean(),
  by: Type.Union([Type.Literal('administrator'), Type.Literal('leadership')]),
  /** How far: so many of so many. What is counted, the step says. */
  reached: Count,
  all: Count,
  /** Classes that still wait, by name, at most ten. */
  waiting: Type.Array(Type.String()),
});
export type ChecklistStep = Static<typeof ChecklistStep>;

export const Checklist = Shape({
  schoolYear: Type.Union([Type.String(), Type.Null()]),
  steps: Type.Array(ChecklistStep),
  /** Every step that is not optional is done. */
  ready: Type.Boolean(),
  /** The next planned or open round. */
  nextRound: Type.Union([
    Type.Null(),
    Shape({
      kind: RoundKind,
      name: Type.String(),
      opensOn: Day,
      closesOn: Day,
      open: Type.Boolean(),
    }),
  ]),
});
export type Checklist = Static<typeof Checklist>;

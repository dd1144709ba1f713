export * from './problem.ts';
export * from './pupil.ts';
export * from './results.ts';
export * from './roster.ts';
export * from './rounds.ts';
export * from './shared-shapes.ts';
export * from './sittings.ts';
export * from './staff-session.ts';

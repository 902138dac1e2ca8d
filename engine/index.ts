// The engine's only door. Everything here is pure: no clock, no I/O, no randomness.
export * from './model/calendar.ts';
export * from './model/component.ts';
export * from './model/cycle.ts';
export type * from './model/effect.ts';
export type * from './model/event.ts';
export type * from './model/facts.ts';
export * from './model/forms.ts';
export * from './model/goal.ts';
export * from './model/ids.ts';
export * from './model/json.ts';
export * from './model/measure.ts';
export type * from './model/plan.ts';
export type * from './model/problem.ts';
export type * from './model/score.ts';
export * from './model/step.ts';
export * from './model/time.ts';

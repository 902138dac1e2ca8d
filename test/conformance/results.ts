// What became of every fixture, against what is said of it beforehand.
import { exclusions, type Fixture, fixtures } from './fixtures.ts';
import { type Outcome, runFixture } from './run-fixture.ts';

export type Result =
  | { kind: 'passed' }
  | { kind: 'excluded'; reason: string }
  /** Something is not as it is said to be. */
  | { kind: 'wrong'; why: string };

const wrong = (why: string): Result => ({ kind: 'wrong', why });

function resultOfExcluded({ expectation }: Fixture, reason: string, run: () => Outcome): Result {
  if (!Object.hasOwn(exclusions.reasons, reason)) return wrong(`the reason "${reason}" is not explained`);
  if (expectation && run().kind === 'passed') return wrong('it is excluded, but it passes');
  return { kind: 'excluded', reason };
}

export function resultOf(fixture: Fixture): Result {
  const { name, expectation } = fixture;
  const excluded = exclusions.excluded[name];
  const amended = exclusions.amended[name];
  const run = (): Outcome =>
    expectation ? runFixture(fixture, expectation) : { kind: 'failed', why: 'nothing is expected of it' };
  if (excluded !== undefined) return resultOfExcluded(fixture, excluded, run);
  const first = run();
  if (amended === undefined) return first.kind === 'passed' ? first : wrong(`${first.kind}: ${first.why}`);
  if (first.kind === 'passed') return wrong('it is amended, but it passes as it stands');
  const other = expectation?.[amended.read];
  const second = other ? runFixture(fixture, other) : first;
  return second.kind === 'passed' ? second : wrong(`${second.kind}: ${second.why}`);
}

/** Names in the exclusions that no fixture has. */
export const strangers = (): string[] => {
  const names = new Set(fixtures.map(({ name }) => name));
  return [...Object.keys(exclusions.excluded), ...Object.keys(exclusions.amended)].filter(
    (name) => !names.has(name),
  );
};

import { expect, test } from 'vitest';
import { type Expression, expressions } from './differential/generate.ts';
import { agree, answer } from './differential/oracle.ts';
import { explain } from './differential/rules.ts';

const count = 20_000;
const seed = 20_261_126;

/** The smallest part that differs, or the whole when all of its parts agree. */
function smallestDifferent(expression: Expression): Expression {
  const part = expression.parts.find((each) => !agree(answer(each.text)));
  return part ? smallestDifferent(part) : expression;
}

function classify(expression: Expression): string | null {
  const smallest = smallestDifferent(expression);
  const parts = smallest.parts.map((part) => answer(part.text).ours);
  return explain({ expression: smallest, parts, ...answer(smallest.text) });
}

test(`gives what feelin gives for ${count} expressions, or can say why not`, { timeout: 300_000 }, () => {
  const classes = new Map<string, number>();
  const unexplained: string[] = [];
  let agreed = 0;
  for (const expression of expressions(seed, count)) {
    if (agree(answer(expression.text))) {
      agreed += 1;
      continue;
    }
    const reason = classify(expression);
    if (reason === null) unexplained.push(smallestDifferent(expression).text);
    else classes.set(reason, (classes.get(reason) ?? 0) + 1);
  }
  const table = [...classes].sort(([, a], [, b]) => b - a).map(([reason, times]) => `${times} ${reason}`);
  console.info(`${agreed} of ${count} agree; ${table.join(', ')}`);
  expect(unexplained).toEqual([]);
  // So that the explanations cannot swallow everything.
  expect(agreed / count).toBeGreaterThan(0.9);
});

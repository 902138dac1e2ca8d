// Unary tests one by one, as their author wrote them: the order of an output's allowed values is a ranking.
import { parseFeel, partsOf } from './syntax/parse-feel.ts';

/** The whole text when it is no plain list, such as not("a", "b"). */
export function splitTests(text: string): string[] {
  const parsed = parseFeel(text, 'unary', {});
  const tests = parsed.kind === 'tree' ? parsed.top.getChild('PositiveUnaryTests') : null;
  const parts = tests && tests.prevSibling === null ? partsOf(tests) : [];
  const found = parts
    .filter((part) => part.name === 'PositiveUnaryTest')
    .map((part) => text.slice(part.from, part.to));
  return found.length > 0 ? found : [text];
}

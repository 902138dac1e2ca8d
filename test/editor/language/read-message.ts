// The arguments of an ICU message: values and tags, by name.
import { IntlMessageFormat } from 'intl-messageformat';

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** The parser numbers its kinds of parts: literals are 0, `#` is 7, tags are 8. */
const literal = 0;
const pound = 7;

function namesIn(parts: readonly Part[]): string[] {
  return parts.flatMap((part) => {
    if (part.type === literal || part.type === pound) return [];
    const inside =
      'children' in part
        ? part.children
        : 'options' in part
          ? Object.values(part.options).flatMap(({ value }) => value)
          : [];
    return [part.value, ...namesIn(inside)];
  });
}

/** Throws when it is no message. */
export function argumentsOf(message: string, { isRich }: { isRich: boolean }): string[] {
  const ast = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: !isRich }).getAst();
  return [...new Set(namesIn(ast))].sort();
}

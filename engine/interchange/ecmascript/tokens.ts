// Tokens of ECMAScript expressions.

export type Token =
  | { kind: 'name' | 'number' | 'sign'; text: string }
  /** In quotes; `value` is without them and with its escapes resolved. */
  | { kind: 'text'; text: string; value: string };

const space = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const patterns: [Token['kind'], RegExp][] = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w$])/y],
  ['name', /[A-Za-z_$][\w$]*/y],
  ['text', /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y],
  ['sign', /===|!==|==|!=|<=|>=|&&|\|\||\+\+|--|\+=|-=|\*=|\/=|[-+*/%<>!?:.,;()[\]{}=&|^~@#`\\]/y],
];

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0' };

const unquote = (text: string): string =>
  text
    .slice(1, -1)
    .replace(/\\(u[\da-fA-F]{4}|x[\da-fA-F]{2}|[\s\S])/g, (_, escaped: string) =>
      escaped.length > 1
        ? String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
        : (escapes[escaped] ?? escaped),
    );

function matchAt(text: string, at: number): Token | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    return kind === 'text' ? { kind, text: found, value: unquote(found) } : { kind, text: found };
  }
  return null;
}

/** A character that begins no token is a sign that no grammar expects. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    space.lastIndex = at;
    const gap = space.exec(text)?.[0].length ?? 0;
    at += gap;
    if (gap > 0 || at >= text.length) continue;
    const token = matchAt(text, at) ?? { kind: 'sign', text: text[at] ?? '' };
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

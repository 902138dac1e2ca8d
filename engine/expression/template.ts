// Text with {{ FEEL }} in it.
export type TemplatePart = { kind: 'text'; text: string } | { kind: 'expression'; text: string };

/** Braces that do not close are text. */
export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let rest = template;
  for (;;) {
    const open = rest.indexOf('{{');
    const close = open < 0 ? -1 : rest.indexOf('}}', open + 2);
    if (close < 0) break;
    if (open > 0) parts.push({ kind: 'text', text: rest.slice(0, open) });
    parts.push({ kind: 'expression', text: rest.slice(open + 2, close).trim() });
    rest = rest.slice(close + 2);
  }
  return rest ? [...parts, { kind: 'text', text: rest }] : parts;
}

export const expressionsIn = (template: string): string[] =>
  parseTemplate(template).flatMap((part) => (part.kind === 'expression' ? [part.text] : []));

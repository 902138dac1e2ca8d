// Whether each name in braces is one that the mail knows, and what was meant when it is not.
import { nearest } from '../../../engine/index.ts';
import { placeholder } from '../../mail/templates/fill-template.ts';
import { type MailKind, type MailTemplate, placeholders } from '../../mail/templates/mail-kinds.ts';

function problemOf(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant
    ? `There is no placeholder “${name}”. Did you mean “${meant}”?`
    : `There is no placeholder “${name}”. Use ${known.join(', ')}.`;
}

function problemsIn(text: string, known: readonly string[]): string[] {
  const names = Array.from(text.matchAll(placeholder), ([, name = '']) => name);
  const unknown = [...new Set(names)].filter((name) => !known.includes(name));
  return [
    ...unknown.map((name) => problemOf(name, known)),
    ...(/[{}]/.test(text.replaceAll(placeholder, ''))
      ? [
          'A placeholder is one word in curly brackets. Nothing else may stand in them, and none may stand alone.',
        ]
      : []),
  ];
}

export interface TemplateProblem {
  pointer: string;
  detail: string;
}

export function checkTemplate(kind: MailKind, template: MailTemplate): TemplateProblem[] {
  const { subject, introduction, closing } = template;
  return Object.entries({ subject, introduction, closing }).flatMap(([field, text]) =>
    problemsIn(text, placeholders[kind]).map((detail) => ({ pointer: `/${field}`, detail })),
  );
}

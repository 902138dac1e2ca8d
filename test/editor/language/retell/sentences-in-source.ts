// What the engine and the server may say to a person: the sentences of their source as templates. A hole is what is put
// in; a choice inside a sentence makes a template of each of its ends.
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const root = new URL('../../../../', import.meta.url);

export interface Sentence {
  place: string;
  /** Such as `There is no task "{task}" in this cycle.{suggest}`. */
  template: string;
}

/** Folders and files whose words no screen of the editor shows. */
const unseen: readonly RegExp[] = [
  // Read on the command line or in the docs.
  /^server\/(?:cli\/|mail\/(?!report-mails)|store\/backups\/|config|metrics|main|run-server|start-server|data-folder)/,
  /^server\/routes\/(?:docs|openapi|health|editor-files|unsubscribe)/,
  /^engine\/check\/codes/,
  /^engine\/score\/document\//,
  /^engine\/compare\/compare-plan-documents/,
  // What is looked for in the titles of goals.
  /^engine\/check\/goals\/words\//,
  // SQL, and what the demo writes as its people would.
  /^server\/store\/(?:queries|migrations|sqlite|prepared|migrate|group-commit)/,
  /^server\/runtime\/demo\//,
  // What is looked for in feedback, how alike two parts are, what other notations are written with.
  /^engine\/wording\/lexicon/,
  /^engine\/compare\/detect-renames/,
  /^engine\/interchange\/mermaid\//,
  /^engine\/simulate\/make-organisation/,
  /^engine\/score\/amount/,
];

/** Read by engineers: the log, the description of the API, the names of functions and of things in a document. */
const isForEngineers = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isLiteralTypeNode(node) ||
  (ts.isNewExpression(node) && /^(?:Type)?Error$/.test(node.expression.getText())) ||
  (ts.isCallExpression(node) &&
    /\blog\.\w+$|^(?:answers|settling)$|\.(?:describe|meta)$/.test(node.expression.getText())) ||
  (ts.isPropertyAssignment(node) && /^(?:description|summary|tags)$/.test(node.name.getText()));

type Part = string | ts.Expression;
const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
const choosing = [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken];

/** Every way in which an expression may be read as text. */
function waysOf(node: ts.Expression): Part[][] {
  if (ts.isParenthesizedExpression(node)) return waysOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...waysOf(node.whenTrue), ...waysOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && choosing.includes(node.operatorToken.kind))
    return [...waysOf(node.left), ...waysOf(node.right)];
  if (ts.isStringLiteralLike(node)) return [[node.text]];
  if (!ts.isTemplateExpression(node)) return [[node]];
  return node.templateSpans.reduce<Part[][]>(
    (before, { expression, literal }) =>
      before.flatMap((parts) => waysOf(expression).map((way) => [...parts, ...way, literal.text])),
    [[node.head.text]],
  );
}

const holeName = (node: ts.Node): string => {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isCallExpression(node)) return holeName(node.arguments[0] ?? node.expression);
  return 'value';
};

const toTemplate = (parts: readonly Part[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : `{${holeName(part)}}`))
    .join('')
    .trim();

/** Two words, or one that begins a sentence. */
const readsAsWords = (template: string): boolean =>
  /\p{L}{2,},? \p{L}|^\p{Lu}\p{Ll}+[ .]/u.test(template.replaceAll(/\{\w+\}/g, 'xx')) &&
  /(?<![{\w])\p{L}{2,}(?![\w}])/u.test(template.replaceAll(/\{\w+\}/g, ''));

const trees = new Map<string, ts.SourceFile>();
function treeOf(path: string): ts.SourceFile {
  const text = () => readFileSync(new URL(path, root), 'utf8');
  const tree = trees.get(path) ?? ts.createSourceFile(path, text(), ts.ScriptTarget.Latest, true);
  trees.set(path, tree);
  return tree;
}

function sentencesIn(path: string): Sentence[] {
  const tree = treeOf(path);
  const found: Sentence[] = [];
  /** The ends of a choice are part of the sentence around it; what is asked for, and other parts, stand by themselves. */
  const seeInside = (node: ts.Expression): void => {
    if (ts.isParenthesizedExpression(node)) {
      seeInside(node.expression);
    } else if (ts.isConditionalExpression(node)) {
      see(node.condition);
      for (const end of [node.whenTrue, node.whenFalse]) seeInside(end);
    } else if (ts.isTemplateExpression(node)) {
      for (const { expression } of node.templateSpans) seeInside(expression);
    } else if (!ts.isStringLiteralLike(node)) see(node);
  };
  const see = (node: ts.Node): void => {
    if (isForEngineers(node)) return;
    if (!isText(node)) {
      ts.forEachChild(node, see);
      return;
    }
    const place = `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const templates = waysOf(node).map(toTemplate).filter(readsAsWords);
    found.push(...templates.map((template) => ({ place, template })));
    seeInside(node);
  };
  see(tree);
  return found;
}

const files = (): string[] =>
  ['engine', 'server']
    .flatMap((side) =>
      readdirSync(new URL(`${side}/`, root), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts'))
        .sort()
        .map((path) => `${side}/${path}`),
    )
    .filter((path) => !unseen.some((one) => one.test(path)));

export const readSentences = (): Sentence[] => files().flatMap(sentencesIn);

/** Every text there is, single words too: parts of sentences, such as "a number" or "kept". */
export function readWords(): Set<string> {
  const words = new Set<string>();
  const see = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) words.add(node.text.trim());
    else if (ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent)) words.add(node.text);
    ts.forEachChild(node, see);
  };
  for (const path of files()) see(treeOf(path));
  return words;
}

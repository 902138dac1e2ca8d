// Finds words that a person would read and that are outside `t`: in JSX, in what labels and explains, and in
// whatever else reads like a sentence.
import ts from 'typescript';
import { isSaying, placeOf, type Source, visit } from './read-sources.ts';

/** What is named so is read by people, as an attribute and as a property of an object. */
const worded =
  /^(?:label|title|placeholder|description|alt|error|message|detail|nothingFound|nothingFoundMessage|hint|help|caption|legend|summary|heading|words|text|tooltip|empty|aria-(?:label|description|roledescription|valuetext|placeholder))$/i;
/** What is named so is read by the machine. */
const technical =
  /^(?:class(?:Name|Names)?|style|styles|vars|transform|viewBox|d|points|fill|stroke|transition|gridTemplate\w*|font\w*|border\w*|background\w*|color|family|id|key|type|rel|accept|autoComplete|template|fallback|(?:increase|decrease|critical)Value)$/;

const hasLetters = (text: string): boolean => /\p{L}{2}/u.test(text);
/** Two words side by side, or one that begins a sentence. */
const readsAsWords = (text: string): boolean =>
  /^\p{Lu}(?:\p{Ll}+(?:[ .:,…!?]|$)|\p{Ll}* \p{Ll})/u.test(text.trim()) ||
  /(?:^|[^\p{L}\d_.:()[\]#-])(?:\p{Ll}{2,} \p{L}+|\p{Ll} \p{L}{2,})/u.test(` ${text}`);
/** Names of keys, tags and headers, colours, CSS, expressions, addresses. */
const isForMachines = (text: string): boolean =>
  /^(?:Enter|Escape|Tab|Space|Home|End|Delete|Backspace|Shift|Control|Meta|Alt|Page(?:Up|Down)|Arrow\w+|Arrow|Ctrl|Key\w|Content-Type|If-Match|Authorization|Infinity|NaN|POST|GET|PUT|PATCH|DELETE|red|yellow|gray|teal|indigo)$/.test(
    text,
  ) || /var\(--|\dpx|^[./#@<]|^https?:| [=<>] |^[a-z]+(?:\.[a-z]+)+$|^[a-z-]+\/[a-z+*-]+$/.test(text);

/** The same in every language. */
const names = ['Cyclewright', 'Esc', 'Inter Variable', 'round'];

const textOf = (node: ts.Node): string | null => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('0');
  return null;
};

const nameOf = (node: ts.Node): string | null => {
  if (ts.isJsxAttribute(node)) return node.name.getText();
  if (ts.isPropertyAssignment(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)))
    return node.name.text;
  return null;
};

/** What the value of an expression may be: both ends of a choice, the right side of `??`. */
function isPassedOn(parent: ts.Node, child: ts.Node): boolean {
  if (ts.isParenthesizedExpression(parent) || ts.isJsxExpression(parent)) return true;
  if (ts.isConditionalExpression(parent)) return parent.condition !== child;
  if (!ts.isBinaryExpression(parent)) return false;
  const operators = [
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.PlusToken,
  ];
  return operators.includes(parent.operatorToken.kind);
}

type Reader = 'person' | 'machine' | 'unknown';

const comparisons = [
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InKeyword,
];

/** Who reads a text, by where it stands. */
function readerOf(node: ts.Node): Reader {
  let [child, at] = [node, node.parent];
  while (isPassedOn(at, child)) [child, at] = [at, at.parent];
  if (ts.isPropertyAssignment(at) && at.name === child) return 'machine';
  if (ts.isJsxElement(at) || ts.isJsxFragment(at)) return 'person';
  const name = nameOf(at);
  if (name !== null && worded.test(name)) return 'person';
  if (name !== null && technical.test(name)) return 'machine';
  if (ts.isBinaryExpression(at) && comparisons.includes(at.operatorToken.kind)) return 'machine';
  const isTechnical =
    ts.isImportDeclaration(at) ||
    ts.isExportDeclaration(at) ||
    ts.isLiteralTypeNode(at) ||
    ts.isElementAccessExpression(at) ||
    ts.isCaseClause(at) ||
    ts.isTaggedTemplateExpression(at) ||
    (ts.isNewExpression(at) &&
      /Error$/.test(at.expression.getText()) &&
      at.expression.getText() !== 'RequestError') ||
    (ts.isCallExpression(at) && at.expression.kind === ts.SyntaxKind.ImportKeyword);
  return isTechnical ? 'machine' : 'unknown';
}

/** Keys and code stand on the page as they are. */
function isQuoted(node: ts.Node): boolean {
  const at = ts.isJsxElement(node.parent) ? node.parent.openingElement.tagName.getText() : '';
  return /^(?:Code|code|Kbd|kbd)$/.test(at);
}

/** The words of a node that a person would read, if it has any. */
function wordsOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) {
    const text = node.text.trim();
    return hasLetters(text) && !isQuoted(node) && !names.includes(text) ? text : null;
  }
  const text = textOf(node);
  if (text === null || isForMachines(text) || names.includes(text)) return null;
  const reader = readerOf(node);
  const isRead = reader === 'person' ? hasLetters(text) : reader === 'unknown' && readsAsWords(text);
  return isRead ? text.trim() : null;
}

/** Places and texts, such as `app/shell/Rail.tsx:12 “Fold the rail”`. */
export function unspokenIn(source: Source): string[] {
  const found: string[] = [];
  visit(source.tree, (node) => {
    const words = ts.isStringLiteralLike(node) && isSaying(node.parent) ? null : wordsOf(node);
    if (words !== null) found.push(`${placeOf(source, node)} “${words}”`);
  });
  return found;
}

// Every module of the editor as a syntax tree, and what it says through `t`, `tAs` and `tx`.
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const editor = new URL('../../../editor/', import.meta.url);

export interface Source {
  /** Such as `app/shell/Rail.tsx`. */
  path: string;
  /** The first part of the path: a catalogue carries its name. */
  folder: string;
  tree: ts.SourceFile;
}

export const toSource = (path: string, text: string): Source => ({
  path,
  folder: path.split('/')[0] ?? '',
  tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
});

export const readSources = (): Source[] =>
  readdirSync(editor, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => toSource(path, readFileSync(new URL(path, editor), 'utf8')));

export function visit(node: ts.Node, see: (node: ts.Node) => unknown): void {
  if (see(node) === false) return;
  ts.forEachChild(node, (child) => visit(child, see));
}

export const placeOf = ({ path, tree }: Source, node: ts.Node): string =>
  `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

/** Where the sentence stands among the arguments. */
const sayers: Record<string, { sentence: number; sense?: number }> = {
  t: { sentence: 0 },
  tx: { sentence: 0 },
  tAs: { sentence: 1, sense: 0 },
};

export const isSaying = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  ts.isIdentifier(node.expression) &&
  Object.hasOwn(sayers, node.expression.text);

export interface Said {
  folder: string;
  place: string;
  /** As in the catalogue; null when it is put together, which no catalogue can have. */
  key: string | null;
  sentence: string;
  isRich: boolean;
  /** The names of the values; null when none are given, undefined when they are not written out here. */
  values: string[] | null | undefined;
}

function namesOf(argument: ts.Expression | undefined): string[] | null | undefined {
  if (!argument) return null;
  if (!ts.isObjectLiteralExpression(argument)) return undefined;
  const names = argument.properties.map(({ name }) =>
    name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined,
  );
  return names.every((name) => name !== undefined) ? names.sort() : undefined;
}

export function saidIn(source: Source): Said[] {
  const found: Said[] = [];
  visit(source.tree, (node) => {
    if (!isSaying(node)) return;
    const name = (node.expression as ts.Identifier).text;
    const { sentence: at, sense: senseAt } = sayers[name]!;
    const [sentence, sense] = [at, senseAt].map((index) => {
      const argument = index === undefined ? undefined : node.arguments[index];
      return argument && ts.isStringLiteralLike(argument) ? argument.text : null;
    });
    const isLiteral = typeof sentence === 'string' && (senseAt === undefined || typeof sense === 'string');
    found.push({
      folder: source.folder,
      place: placeOf(source, node),
      key: isLiteral ? (senseAt === undefined ? sentence : `${sentence} (${sense})`) : null,
      sentence: sentence ?? '',
      isRich: name === 'tx',
      values: namesOf(node.arguments[at + 1]),
    });
  });
  return found;
}

// The public SCXML fixtures of @scion-scxml/test-framework: charts with the configurations that they have to be in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const root = join(
  dirname(createRequire(import.meta.url).resolve('@scion-scxml/test-framework/package.json')),
  'test',
);

export interface Expectation {
  initialConfiguration: string[];
  events: { after?: number; event: { name: string; data?: unknown }; nextConfiguration: string[] }[];
}

export interface Fixture {
  /** Such as history/history0. */
  name: string;
  folder: string;
  chart: string;
  /** Null when the package says nothing of what should happen. */
  expectation: (Expectation & { legacySemantics?: Expectation }) | null;
  resource(name: string): string | undefined;
}

function readFixture(folder: string, file: string): Fixture {
  const at = (name: string) => join(root, folder, name);
  const expected = at(file.replace(/\.scxml$/, '.json'));
  return {
    name: `${folder}/${file.replace(/(\.txml)?\.scxml$/, '')}`,
    folder,
    chart: readFileSync(at(file), 'utf8'),
    expectation: existsSync(expected) ? JSON.parse(readFileSync(expected, 'utf8')) : null,
    resource: (name) =>
      relative(root, at(name)).startsWith('..') || !existsSync(at(name))
        ? undefined
        : readFileSync(at(name), 'utf8'),
  };
}

export const fixtures: readonly Fixture[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.scxml'))
      .sort()
      .map((file) => readFixture(folder, file)),
  );

interface Exclusions {
  /** Why fixtures are left out, by key. */
  reasons: Record<string, string>;
  excluded: Record<string, string>;
  /** Fixtures that are read another way, and why. */
  amended: Record<string, { read: 'legacySemantics'; why: string }>;
}

export const exclusions: Exclusions = JSON.parse(
  readFileSync(new URL('exclusions.json', import.meta.url), 'utf8'),
);

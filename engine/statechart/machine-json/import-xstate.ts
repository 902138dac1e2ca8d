// The door for XState machine configurations as JSON: a cycle that goes the same ways, or what keeps it from being one.

import { type Imported, type ImportProblem, isError } from '../../interchange/import-result.ts';
import { toSlug } from '../../interchange/names.ts';
import { grouped } from '../../model/grouped.ts';
import { inPlainWords } from '../../model/in-plain-words.ts';
import { parseCycle } from '../document/parse-cycle.ts';
import { structuralFaults } from '../structure/structural-faults.ts';
import { type MachineJson, machineSchema, ownMeta } from './config-schema.ts';
import { beginNames, complain, type Reading } from './import-named.ts';
import { checkInvoke, flat, needsStage, unusedStage, wrapped } from './import-stages.ts';
import { growStates } from './state-tree.ts';

const maxLength = 2_000_000;
const maxNesting = 200;

const refused = (problems: ImportProblem[]): Imported => ({ kind: 'refused', problems });
const refusal = (code: string, place: string, message: string): Imported =>
  refused([{ code: `XSTATE-${code}`, severity: 'error', place, message }]);

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeperThan(item, levels - 1));
}

/** What a machine has no place for stands in its `meta`, as it stood in the cycle. */
const carriedKeys = [
  'subjects',
  'cadence',
  'scale',
  'retention',
  'accepts',
  'types',
  'decisions',
  'layout',
  'scenarios',
] as const;

function documentOf(reading: Reading, machine: MachineJson, id: string): object {
  const { root } = reading.tree;
  const own = ownMeta(machine.meta);
  checkInvoke(reading, root);
  if (root.children.length === 0) complain(reading, 'states', '', 'There is no state in it.');
  const chart = reading.isWrapped ? wrapped(reading, root) : flat(reading, root);
  const variables = {
    ...machine.context,
    ...Object.fromEntries([...reading.guards.given.values()].map((name) => [name, false])),
  };
  return {
    schema: 'cycle/1',
    id: own.id ?? (machine.id === undefined ? id : toSlug(machine.id, id)),
    name: own.name ?? machine.id?.slice(0, 120) ?? id,
    description: machine.description,
    variables: Object.keys(variables).length > 0 ? variables : undefined,
    ...chart,
    ...Object.fromEntries(carriedKeys.map((key) => [key, own[key]])),
  };
}

export interface XStateOptions {
  /** The cycle's id and name when the machine has no id. */
  id?: string;
}

export function importXState(text: string, { id = 'imported' }: XStateOptions = {}): Imported {
  if (text.length > maxLength)
    return refusal('size', '/', `The text has more than ${grouped(maxLength)} characters.`);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    return refusal('json', '/', `It is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (isDeeperThan(input, maxNesting))
    return refusal('size', '/', `It is nested more than ${maxNesting} levels deep.`);
  const parsed = machineSchema.safeParse(input, { error: inPlainWords });
  if (!parsed.success) {
    return refused(
      parsed.error.issues.slice(0, 50).map(({ path, message }) => ({
        code: 'XSTATE-shape',
        severity: 'error',
        place: `/${path.map(String).join('/')}`,
        message: `It is no machine configuration. ${message}`,
      })),
    );
  }
  const machine = parsed.data;
  const tree = growStates(machine, machine.id ?? '(machine)');
  const isWrapped = needsStage(tree.root);
  if (isWrapped) tree.root.stage = unusedStage([...tree.names.values()], 'machine');
  const reading: Reading = { tree, problems: [], guards: beginNames(), isWrapped };
  return settle(reading, documentOf(reading, machine, id));
}

/** The cycle's own door and structure have the last word. */
function settle(reading: Reading, document: object): Imported {
  const parsed = reading.problems.some(isError) ? null : parseCycle(JSON.parse(JSON.stringify(document)));
  if (parsed === null) return refused(reading.problems);
  const found = parsed.kind === 'refused' ? parsed.problems : structuralFaults(parsed.cycle);
  const problems: ImportProblem[] = [
    ...reading.problems,
    ...found.map(
      ({ code, pointer, message }): ImportProblem => ({ code, severity: 'error', place: pointer, message }),
    ),
  ];
  if (parsed.kind === 'refused' || problems.some(isError)) return refused(problems);
  return { kind: 'imported', cycle: parsed.cycle, stages: Object.fromEntries(reading.tree.names), problems };
}

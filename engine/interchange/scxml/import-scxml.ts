// The door for SCXML documents: a cycle that behaves as the chart does, or what keeps it from being one.
import { type Cycle, transitionSchema } from '../../model/cycle.ts';
import { parseCycle } from '../../statechart/document/parse-cycle.ts';
import { structuralFaults } from '../../statechart/structure/structural-faults.ts';
import { readXml, type XmlElement } from '../../xml/read-xml.ts';
import { type Imported, type ImportProblem, isError } from '../import-result.ts';
import { toSlug } from '../names.ts';
import { readBlock } from './content.ts';
import { readData } from './data.ts';
import { own, scxmlName, scxmlRules } from './namespaces.ts';
import { beginReading, complain, named, ownAttribute, type Reading, statesIn } from './reading.ts';
import { mentionsIn } from './stage-timers.ts';
import { beginningOf, ownJsonOf, readStages } from './stages.ts';
import { readTransitions } from './transitions.ts';

export interface ScxmlOptions {
  /** The cycle's id and name when the document does not give one. */
  id?: string;
  /** The text of a file that the document refers to by `src`; undefined when there is none. */
  resource?: (name: string) => string | undefined;
}

const refused = (problems: ImportProblem[]): Imported => ({ kind: 'refused', problems });
const problem = (code: string, place: string, message: string): ImportProblem => ({
  code,
  severity: 'error',
  place,
  message,
});

export function importScxml(
  text: string,
  { id = 'imported', resource = () => undefined }: ScxmlOptions = {},
): Imported {
  const xml = readXml(text, scxmlRules);
  if (xml.kind === 'refused')
    return refused([problem('SCXML-xml', `line ${xml.fault.line}`, xml.fault.message)]);
  const { root } = xml;
  if (scxmlName(root.name) !== 'scxml') {
    return refused([
      problem(
        'SCXML-root',
        `line ${root.line}`,
        `The document begins with <${root.name}>, not with <scxml>.`,
      ),
    ]);
  }
  const reading = beginReading(root, resource);
  const document = reading.problems.some(isError) ? null : readDocument(reading, id);
  if (!document || reading.problems.some(isError)) return refused(reading.problems);
  return settle(reading, document);
}

function readDocument(reading: Reading, id: string): object | null {
  const { root } = reading;
  const data = readData(reading);
  const scripts = readBlock(reading, named(root, 'script'));
  const around = { data, mentions: mentionsIn(reading) };
  const stages = readStages(reading, root, around);
  const beginning = beginningOf(reading, root, [...data.atStart, ...scripts]);
  if (!beginning) complain(reading, 'states', root, 'There is no state in it.');
  const outermost = statesIn(root).find((state) => named(state, 'transition').length > 0);
  const repeated = outermost ? readTransitions(reading, outermost, [], true) : {};
  const transitions = readTransitions(reading, root, []);
  if (transitions.always)
    complain(reading, 'transition', root, 'A transition of the whole chart has to wait for an event.');
  const name = ownAttribute(root, 'name') ?? root.attributes.name;
  return (
    beginning && {
      schema: 'cycle/1',
      id: ownAttribute(root, 'id') ?? (name === undefined ? id : toSlug(name, id)),
      name: name?.trim().slice(0, 120) || id,
      description: ownAttribute(root, 'description'),
      variables: reading.declared.size > 0 ? Object.fromEntries(reading.declared) : undefined,
      ...beginning,
      ...mergedBegin(reading, root, beginning.begin),
      stages,
      on: transitions.on || repeated.on ? { ...repeated.on, ...transitions.on } : undefined,
      layout: ownJsonOf(reading, root, 'layout'),
      ...keptIn(ownJsonOf(reading, root, 'kept')),
    }
  );
}

const isObject = (given: unknown): given is object =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/** The cycle's own door judges what it says; it cannot say what the chart says itself. */
function keptIn(given: unknown): object {
  if (!isObject(given)) return {};
  const kept = ['subjects', 'cadence', 'scale', 'retention', 'accepts', 'types', 'decisions', 'scenarios'];
  return Object.fromEntries(Object.entries(given).filter(([key]) => kept.includes(key)));
}

/** What a plan does as it starts has no place in SCXML but for the values of the data model. */
function mergedBegin(reading: Reading, root: XmlElement, begin: Cycle['begin']): Pick<Cycle, 'begin'> {
  const given = ownJsonOf(reading, root, 'begin');
  if (!given) return {};
  const actions = transitionSchema.shape.do.safeParse(given);
  if (!actions.success) complain(reading, 'json', root, `<${own}:begin> is no list of actions.`);
  const list = [...(begin?.do ?? []), ...(actions.data ?? [])];
  return list.length > 0 ? { begin: { ...begin, do: list } } : {};
}

/** The cycle's own door and structure have the last word. */
function settle(reading: Reading, document: object): Imported {
  const parsed = parseCycle(JSON.parse(JSON.stringify(document)));
  const found = parsed.kind === 'refused' ? parsed.problems : structuralFaults(parsed.cycle);
  const problems = [
    ...reading.problems,
    ...found.map(({ code, pointer, message }) => problem(code, pointer, message)),
  ];
  if (parsed.kind === 'refused' || problems.some(isError)) return refused(problems);
  return {
    kind: 'imported',
    cycle: parsed.cycle,
    stages: Object.fromEntries(reading.stages.given),
    problems,
  };
}

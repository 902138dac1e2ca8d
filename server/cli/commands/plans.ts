// launch, plan, task and incident: cycles at work.
import type { Json } from '../../../engine/index.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { type Leaf, limitOf, limitOption, option, options } from '../leaf.ts';
import { periodOf, periodOption } from '../period.ts';
import { asLines, asRecord, asTable, textAt } from '../show.ts';

const launchColumns: [string, string][] = [
  ['Launch', 'id'],
  ['Cycle', 'cycleId'],
  ['Version', 'version'],
  ['Status', 'status'],
  ['Total', 'total'],
  ['Started', 'started'],
  ['Failed', 'failed'],
  ['Skipped', 'skipped'],
];
const planColumns: [string, string][] = [
  ['ID', 'id'],
  ['COMPONENT', 'componentName'],
  ['CYCLE', 'cycleId'],
  ['STAGE', 'stage'],
  ['STATUS', 'status'],
  ['ROUND', 'round'],
  ['OUTCOME', 'outcome'],
  ['SCORE', 'score'],
];

export function jsonOption(text: string | undefined, flag: string): Json | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${flag} takes JSON, such as '{"decision":"agreed"}'.`, exitCodes.usage);
  }
}

const numberOption = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

export const launchLeaves: Leaf[] = [
  {
    verb: 'start',
    summary: 'start a published cycle for components',
    example: 'launch start organisation-loop --under parks --kind team process',
    args: [['<cycle>', 'the cycle']],
    options: [
      ['--version <n>', 'its version; the latest when left out'],
      ['--component <id...>', 'the components, by id'],
      ['--under <id>', 'instead: all components at or below this one'],
      ['--kind <kind...>', 'instead, or with --under: only these kinds'],
      periodOption,
      ['--variables <json>', 'values of the cycle’s variables'],
      ['--again', 'also for components that have an active plan of the cycle'],
    ],
    run: async ({ args: [cycleId = ''], client, options: given }) => {
      const componentIds = options(given, 'component');
      const selector = componentIds
        ? undefined
        : { under: option(given, 'under'), kinds: options(given, 'kind') };
      const { body } = await client.post('/api/v1/launches', {
        cycleId,
        version: numberOption(option(given, 'version')),
        componentIds,
        selector,
        period: periodOf(given),
        variables: jsonOption(option(given, 'variables'), '--variables'),
        again: given.again === true ? true : undefined,
      });
      return asRecord(body, launchColumns);
    },
  },
  {
    verb: 'show',
    summary: 'show how far a launch is',
    example: 'launch show lch_123',
    args: [['<id>', 'the launch']],
    run: async ({ args: [id = ''], client }) =>
      asRecord((await client.get(`/api/v1/launches/${encodeURIComponent(id)}`)).body, launchColumns),
  },
];

const listAt = (value: Json, key: string): Json[] => {
  const list = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
};

/** A paragraph for each link of the chain. */
const whyLines = (why: Json): string[] =>
  listAt(why, 'links').flatMap((link) => {
    const words =
      typeof link === 'object' && link !== null && !Array.isArray(link) ? (link.words ?? null) : null;
    return [
      textAt(words, 'cause'),
      ...listAt(words, 'because').map((line) => `  ${line}`),
      ...listAt(words, 'effects').map((line) => `  → ${line}`),
    ];
  });

export const planLeaves: Leaf[] = [
  {
    verb: 'list',
    summary: 'list plans',
    example: 'plan list --cycle organisation-loop --status active',
    options: [
      ['--cycle <id>', 'only of this cycle'],
      ['--component <id>', 'only of this component'],
      ['--stage <id>', 'only in this stage'],
      ['--status <status>', 'active or ended'],
      ['--outcome <outcome>', 'below, meets or exceeds'],
      limitOption,
    ],
    run: async ({ client, options: given }) =>
      asTable(
        await client.list(
          '/api/v1/plans',
          {
            cycleId: option(given, 'cycle'),
            componentId: option(given, 'component'),
            stage: option(given, 'stage'),
            status: option(given, 'status'),
            outcome: option(given, 'outcome'),
          },
          limitOf(given),
        ),
        planColumns,
      ),
  },
  {
    verb: 'show',
    summary: 'show a plan',
    example: 'plan show pln_123',
    args: [['<id>', 'the plan']],
    run: async ({ args: [id = ''], client }) =>
      asRecord((await client.get(`/api/v1/plans/${encodeURIComponent(id)}`)).body, [
        ...planColumns,
        ['Takes', 'acceptedEvents'],
      ]),
  },
  {
    verb: 'history',
    summary: 'show how a plan got where it is',
    example: 'plan history pln_123',
    args: [['<id>', 'the plan']],
    options: [limitOption],
    run: async ({ args: [id = ''], client, options: given }) =>
      asTable(await client.list(`/api/v1/plans/${encodeURIComponent(id)}/history`, {}, limitOf(given)), [
        ['REVISION', 'revision'],
        ['AT', 'at'],
        ['EVENT', 'event.type'],
        ['BY', 'actor.name'],
        ['STAGE', 'stage'],
        ['OUTCOME', 'outcome'],
      ]),
  },
  {
    verb: 'why',
    summary: 'say why a plan is where it is',
    example: 'plan why pln_123',
    args: [['<id>', 'the plan']],
    run: async ({ args: [id = ''], client }) => {
      const { body } = await client.get(`/api/v1/plans/${encodeURIComponent(id)}/why`);
      return asLines(body, ...whyLines(body));
    },
  },
  {
    verb: 'send',
    summary: 'send an event to a plan',
    example: 'plan send pln_123 appraisal.requested --data \'{"reason":"asked for"}\'',
    args: [
      ['<id>', 'the plan'],
      ['<type>', 'the event, such as appraisal.requested'],
    ],
    options: [
      ['--data <json>', 'what the event carries'],
      ['--id <id>', 'makes the event count once, however often it is sent'],
    ],
    run: async ({ args: [id = '', type = ''], client, options: given }) => {
      const { body } = await client.post(`/api/v1/plans/${encodeURIComponent(id)}/events`, {
        type,
        data: jsonOption(option(given, 'data'), '--data'),
        id: option(given, 'id'),
      });
      return asRecord(body, [
        ['Plan', 'plan.id'],
        ['Stage', 'plan.stage'],
        ['Status', 'plan.status'],
        ['Outcome', 'plan.outcome'],
        ['Revision', 'plan.revision'],
      ]);
    },
  },
];

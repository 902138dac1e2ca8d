// task, incident and delivery: what waits for somebody or something.
import { CommandError, exitCodes } from '../exit-codes.ts';
import { type Leaf, limitOf, limitOption, option } from '../leaf.ts';
import { asRecord, asTable } from '../show.ts';
import { jsonOption } from './plans.ts';

const taskColumns: [string, string][] = [
  ['ID', 'id'],
  ['TITLE', 'title'],
  ['COMPONENT', 'componentName'],
  ['ASSIGNEE', 'assignee.name'],
  ['STATE', 'state'],
  ['DUE', 'dueAt'],
];
const incidentColumns: [string, string][] = [
  ['ID', 'id'],
  ['COMPONENT', 'componentName'],
  ['AT', 'at'],
  ['STATE', 'state'],
  ['MESSAGE', 'message'],
];
const deliveryColumns: [string, string][] = [
  ['ID', 'id'],
  ['EVENT', 'eventType'],
  ['STATE', 'state'],
  ['ATTEMPTS', 'attempts'],
  ['LAST STATUS', 'lastStatus'],
  ['NEXT', 'nextAt'],
];

export const taskLeaves: Leaf[] = [
  {
    verb: 'list',
    summary: 'list tasks',
    example: 'task list --assignee demo-manager --state open',
    options: [
      ['--assignee <id>', 'only those of this person; “me” is whoever asks'],
      ['--state <state>', 'open, completed or closed'],
      ['--plan <id>', 'only of this plan'],
      limitOption,
    ],
    run: async ({ client, options: given }) =>
      asTable(
        await client.list(
          '/api/v1/tasks',
          {
            assignee: option(given, 'assignee'),
            state: option(given, 'state'),
            planId: option(given, 'plan'),
          },
          limitOf(given),
        ),
        taskColumns,
      ),
  },
  {
    verb: 'complete',
    summary: 'complete a task',
    example: 'task complete tsk_123 --result \'{"decision":"agreed"}\'',
    args: [['<id>', 'the task']],
    options: [
      ['--result <json>', 'what its form asks for'],
      ['--result-file <file>', 'instead: a file with it'],
    ],
    run: async ({ args: [id = ''], client, options: given, outside }) => {
      const file = option(given, 'resultFile');
      const text = file ? await outside.readFile(file) : option(given, 'result');
      if (text === undefined) throw new CommandError('Give --result or --result-file.', exitCodes.usage);
      const result = jsonOption(text, file ? '--result-file' : '--result');
      const { body } = await client.post(`/api/v1/tasks/${encodeURIComponent(id)}/complete`, { result });
      return asRecord(body, taskColumns);
    },
  },
];

const settle = (verb: 'retry' | 'skip', summary: string): Leaf => ({
  verb,
  summary,
  example: `incident ${verb} inc_123 --reason 'The rate is mended'`,
  args: [['<id>', 'the incident']],
  required: [['--reason <text>', 'why; it is kept with the plan']],
  run: async ({ args: [id = ''], client, options: given }) =>
    asRecord(
      (
        await client.post(`/api/v1/incidents/${encodeURIComponent(id)}/${verb}`, {
          reason: option(given, 'reason'),
        })
      ).body,
      incidentColumns,
    ),
});

export const incidentLeaves: Leaf[] = [
  {
    verb: 'list',
    summary: 'list incidents',
    example: 'incident list --state open',
    options: [['--state <state>', 'open, retried or skipped'], limitOption],
    run: async ({ client, options: given }) =>
      asTable(
        await client.list('/api/v1/incidents', { state: option(given, 'state') }, limitOf(given)),
        incidentColumns,
      ),
  },
  settle('retry', 'give the event that failed to the plan again'),
  settle('skip', 'drop the event that failed and let the plan go on'),
];

export const deliveryLeaves: Leaf[] = [
  {
    verb: 'list',
    summary: 'list deliveries',
    example: 'delivery list --state dead',
    options: [['--state <state>', 'waiting, delivered or dead'], limitOption],
    run: async ({ client, options: given }) =>
      asTable(
        await client.list('/api/v1/deliveries', { state: option(given, 'state') }, limitOf(given)),
        deliveryColumns,
      ),
  },
  {
    verb: 'redeliver',
    summary: 'send a delivery again',
    example: 'delivery redeliver dlv_123',
    args: [['<id>', 'the delivery']],
    run: async ({ args: [id = ''], client }) =>
      asRecord(
        (await client.post(`/api/v1/deliveries/${encodeURIComponent(id)}/redeliver`)).body,
        deliveryColumns,
      ),
  },
];

// absence: when people are away, and who works for them meanwhile.
import { type Leaf, limitOf, limitOption, option } from '../leaf.ts';
import { asRecord, asTable } from '../show.ts';

const columns: [string, string][] = [
  ['ID', 'id'],
  ['PERSON', 'person.name'],
  ['FROM', 'from'],
  ['TO', 'to'],
  ['STANDS IN', 'substitute.name'],
  ['STATE', 'state'],
];

export const absenceLeaves: Leaf[] = [
  {
    verb: 'list',
    summary: 'list absences',
    example: 'absence list --state current',
    options: [
      ['--person <id>', 'only of this person'],
      ['--state <state>', 'planned, under-way, ended, withdrawn, or current'],
      limitOption,
    ],
    run: async ({ client, options: given }) =>
      asTable(
        await client.list(
          '/api/v1/absences',
          { personId: option(given, 'person'), state: option(given, 'state') },
          limitOf(given),
        ),
        columns,
      ),
  },
  {
    verb: 'plan',
    summary: 'say when somebody is away',
    example: 'absence plan --person demo-manager --from 2026-12-21 --to 2027-01-08 --substitute demo-admin',
    required: [
      ['--person <id>', 'who is away'],
      ['--from <day>', 'the first day'],
    ],
    options: [
      ['--to <day>', 'the last day; left out: they leave for good'],
      ['--substitute <id>', 'who works for them meanwhile'],
      ['--id <id>', 'its id; made when left out'],
    ],
    run: async ({ client, options: given }) => {
      const { body } = await client.post('/api/v1/absences', {
        id: option(given, 'id'),
        personId: option(given, 'person'),
        from: option(given, 'from'),
        to: option(given, 'to') ?? null,
        substituteId: option(given, 'substitute') ?? null,
      });
      return asRecord(body, columns);
    },
  },
];

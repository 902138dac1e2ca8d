// component and people: what the organisation consists of.
import { type Leaf, limitOf, limitOption, option, options } from '../leaf.ts';
import { asRecord, asTable } from '../show.ts';

const componentColumns: [string, string][] = [
  ['ID', 'id'],
  ['KIND', 'kind'],
  ['NAME', 'name'],
  ['PARENT', 'parentId'],
  ['OWNER', 'ownerId'],
  ['MANAGER', 'managerId'],
];
const personColumns: [string, string][] = [
  ['ID', 'id'],
  ['NAME', 'name'],
  ['EMAIL', 'email'],
  ['ROLES', 'roles'],
];

export const componentLeaves: Leaf[] = [
  {
    verb: 'list',
    summary: 'list components',
    example: 'component list --parent parks',
    options: [['--parent <id>', 'only those directly below it'], limitOption],
    run: async ({ client, options: given }) =>
      asTable(
        await client.list('/api/v1/components', { parentId: option(given, 'parent') }, limitOf(given)),
        componentColumns,
      ),
  },
  {
    verb: 'create',
    summary: 'create a component',
    example: 'component create --kind team --name "Tree care" --parent parks',
    required: [
      ['--kind <kind>', 'organisation, department, team, process, employee, project or other'],
      ['--name <name>', 'its name'],
    ],
    options: [
      ['--id <id>', 'its id; made when left out'],
      ['--parent <id>', 'the component that it is put under'],
      ['--owner <id>', 'the person who answers for its results'],
      ['--manager <id>', 'the person who appraises it'],
      ['--zone <zone>', 'its time zone, such as Europe/Berlin'],
      ['--holidays <region>', 'whose public holidays apply, such as US-NY'],
      ['--active-from <day>', 'the first day on which it is there to be appraised'],
      ['--active-to <day>', 'the last such day'],
    ],
    run: async ({ client, options: given }) => {
      const { body } = await client.post('/api/v1/components', {
        kind: option(given, 'kind'),
        name: option(given, 'name'),
        id: option(given, 'id'),
        parentId: option(given, 'parent'),
        ownerId: option(given, 'owner'),
        managerId: option(given, 'manager'),
        zone: option(given, 'zone'),
        holidayRegion: option(given, 'holidays'),
        activeFrom: option(given, 'activeFrom'),
        activeTo: option(given, 'activeTo'),
      });
      return asRecord(body, componentColumns);
    },
  },
];

export const peopleLeaves: Leaf[] = [
  {
    verb: 'list',
    summary: 'list people',
    example: 'people list --search smith',
    options: [['--search <text>', 'part of the name or the address'], limitOption],
    run: async ({ client, options: given }) =>
      asTable(
        await client.list('/api/v1/people', { q: option(given, 'search') }, limitOf(given)),
        personColumns,
      ),
  },
  {
    verb: 'create',
    summary: 'create a person, with a sign-in when a password file is given',
    example:
      'people create --name "Ada Lovelace" --email ada@example.com --role manager --password-file ada.txt',
    required: [
      ['--name <name>', 'the name'],
      ['--email <address>', 'the address; it is also the sign-in'],
      ['--role <role...>', 'designer, manager, employee, admin or hr'],
    ],
    options: [
      ['--id <id>', 'the id; made when left out'],
      ['--password-file <file>', 'a file that holds the first password and nothing else'],
    ],
    run: async ({ client, options: given, outside }) => {
      const file = option(given, 'passwordFile');
      const { body } = await client.post('/api/v1/people', {
        id: option(given, 'id'),
        name: option(given, 'name'),
        email: option(given, 'email'),
        roles: options(given, 'role'),
        password: file ? (await outside.readFile(file)).replace(/\r?\n$/, '') : undefined,
      });
      return asRecord(body, personColumns);
    },
  },
];

// Keys that mean the same. People know them from elsewhere, and nothing else could be meant by them here.
type Names = Readonly<Record<string, string>>;

const zone: Names = { timeZone: 'zone', timezone: 'zone' };

const rowNames: Readonly<Record<string, Names>> = {
  components: zone,
  measures: { due: 'dueFrom', dueDate: 'dueFrom' },
  milestones: { name: 'title', dueDate: 'due', done: 'doneOn', completedOn: 'doneOn', doneAt: 'doneOn' },
  raterGroups: {
    id: 'group',
    name: 'group',
    raterGroup: 'group',
    minRaters: 'threshold',
    minimum: 'threshold',
    min: 'threshold',
  },
  items: { name: 'title' },
  waivers: { nodeId: 'id', measureId: 'id', goalId: 'id' },
};
const documentNames: Names = { ...zone, name: 'title', asOf: 'today', at: 'today', now: 'today' };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The row with the names that the schema knows; a key that is there under both stays and is refused. */
function rename(value: unknown, names: Names): unknown {
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => {
    const name = Object.hasOwn(names, key) ? names[key] : undefined;
    const known = name !== undefined && !Object.hasOwn(value, name) ? name : key;
    return [known, inside(known, one)];
  });
  return Object.fromEntries(entries);
}

function inside(key: string, value: unknown): unknown {
  if (key === 'window') return rename(value, zone);
  if (key === 'planVersions' && Array.isArray(value)) return value.map((row) => rename(row, {}));
  const names = Object.hasOwn(rowNames, key) ? rowNames[key] : undefined;
  return names && Array.isArray(value) ? value.map((row) => rename(row, names)) : value;
}

export const withoutSynonyms = (input: unknown): unknown => rename(input, documentNames);

// The audit trail as a file for a spreadsheet, page by page: however long it is, little of it is in memory.
import { csvFile, toCsv } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { type AuditFilter, type AuditLine, type AuditSight, pageAudit } from '../../store/queries/audit.ts';
import { type NamedLine, withNames } from '../present/audit-names.ts';

type Ports = Pick<Deps, 'store' | 'drafts'>;

const LOT = 1_000;
const columns = [
  ...['number', 'at', 'actor', 'actorName', 'action', 'resource', 'resourceName', 'resourceOf'],
  ...['before', 'after', 'detail', 'names'],
];

const cell = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

const orNone = <Of extends object>(value: Of): Of | undefined =>
  Object.keys(value).length > 0 ? value : undefined;

function cells({ seq, at, actor, action, resource, about, detail, names }: NamedLine) {
  const { before, after, ...rest } = detail;
  return [
    ...[seq, at, actor.id, actor.name, action, resource, about?.name ?? '', about?.of ?? ''],
    ...[cell(before), cell(after), cell(orNone(rest)), cell(orNone(names))],
  ];
}

async function* lots(deps: Ports, filter: AuditFilter, sight: AuditSight): AsyncGenerator<string> {
  yield csvFile([columns]);
  let before: number | null = null;
  for (;;) {
    const page: AuditLine[] = await deps.store.read((db) =>
      pageAudit(db, filter, { before, limit: LOT, sight }),
    );
    yield toCsv((await withNames(deps, page)).map(cells));
    before = page.at(-1)?.seq ?? null;
    if (page.length < LOT || before === null) return;
  }
}

export const auditFile = (deps: Ports, filter: AuditFilter, sight: AuditSight): ReadableStream<Uint8Array> =>
  ReadableStream.from(lots(deps, filter, sight)).pipeThrough(new TextEncoderStream());

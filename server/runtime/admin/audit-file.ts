// The audit trail as a file for a spreadsheet, page by page: however long it is, little of it is in memory.
import { csvFile, toCsv } from '../../../engine/index.ts';
import { type AuditFilter, type AuditLine, type AuditSight, pageAudit } from '../../store/queries/audit.ts';
import type { Store } from '../../store/store.ts';
import { personRefs } from '../present/person-names.ts';

const LOT = 1_000;
const columns = ['number', 'at', 'actor', 'actorName', 'action', 'resource', 'before', 'after', 'detail'];

const cell = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value));

function cells({ seq, at, actor, action, resource, detail }: AuditLine, name: string) {
  const { before, after, ...rest } = detail;
  const more = Object.keys(rest).length > 0 ? rest : undefined;
  return [seq, at, actor, name, action, resource, cell(before), cell(after), cell(more)];
}

async function* lots(store: Store, filter: AuditFilter, sight: AuditSight): AsyncGenerator<string> {
  yield csvFile([columns]);
  let before: number | null = null;
  for (;;) {
    const page: AuditLine[] = await store.read((db) => pageAudit(db, filter, { before, limit: LOT, sight }));
    const actors = page.map(({ actor }) => actor);
    const refOf = await store.read((db) => personRefs(db, actors));
    yield toCsv(page.map((line) => cells(line, refOf(line.actor).name)));
    before = page.at(-1)?.seq ?? null;
    if (page.length < LOT || before === null) return;
  }
}

export const auditFile = (store: Store, filter: AuditFilter, sight: AuditSight): ReadableStream<Uint8Array> =>
  ReadableStream.from(lots(store, filter, sight)).pipeThrough(new TextEncoderStream());

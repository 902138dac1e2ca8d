// Queries of the hot path: built and compiled once per dialect, then run with values alone.
import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import type { Db } from './schema.ts';

/** Runs a statement at once, without a promise, on the connection that a transaction is open on. */
export type RunNow = (parameters: readonly unknown[]) => QueryResult<unknown>;

/** Of one connection. */
export type PrepareNow = (sql: string) => RunNow;

const prepareNow: unique symbol = Symbol('prepare now');
type Direct = Db & { readonly [prepareNow]?: PrepareNow };

/** A transaction's `Db` on which prepared queries skip the way through Kysely, which costs more than they do. */
export const withPrepareNow = (db: Db, prepare: PrepareNow): Db =>
  Object.assign(db, { [prepareNow]: prepare });

/** Stands in a query for the value that comes with each run. */
interface Placeholder {
  readonly placeholder: string;
}

const isPlaceholder = (value: unknown): value is Placeholder =>
  typeof value === 'object' && value !== null && 'placeholder' in value;

/** What a parameter is filled with: the value of that name, or the same in each run. */
interface Filling {
  name: string | null;
  value: unknown;
}

const filling = (parameter: unknown): Filling =>
  isPlaceholder(parameter) ? { name: parameter.placeholder, value: null } : { name: null, value: parameter };

interface Compiled<Row> {
  query: CompiledQuery<Row>;
  fill: readonly Filling[];
}

/** One for each key of the values, so that an insert of a whole row names its columns. */
const placeholdersFor = <Values extends object>(values: Values): Values =>
  Object.fromEntries(Object.keys(values).map((name) => [name, { placeholder: name }])) as Values;

/**
 * `build` uses its second argument as if it were the values. What is compiled is kept by dialect: a memo of a
 * pure function, so it makes no difference who runs the query first. In a transaction it answers at once, without a promise.
 */
export function prepare<Values extends object, Row>(build: (db: Db, values: Values) => Compilable<Row>) {
  const compiled = new WeakMap<object, Compiled<Row>>();
  const ready = new WeakMap<PrepareNow, RunNow>();
  function readyOn(prepareOn: PrepareNow, { sql }: CompiledQuery): RunNow {
    const run = ready.get(prepareOn) ?? prepareOn(sql);
    ready.set(prepareOn, run);
    return run;
  }
  return (db: Db, values: Values): QueryResult<Row> | Promise<QueryResult<Row>> => {
    const dialect = db.getExecutor().adapter;
    let known = compiled.get(dialect);
    if (!known) {
      const query = build(db, placeholdersFor(values)).compile();
      known = { query, fill: query.parameters.map(filling) };
      compiled.set(dialect, known);
    }
    const { query, fill } = known;
    const given = values as Record<string, unknown>;
    const parameters: unknown[] = [];
    for (const { name, value } of fill) parameters.push(name === null ? value : given[name]);
    const prepareOn = (db as Direct)[prepareNow];
    return prepareOn
      ? (readyOn(prepareOn, query)(parameters) as QueryResult<Row>)
      : db.executeQuery({ ...query, parameters });
  };
}

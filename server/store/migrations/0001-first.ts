// The first tables. Written with the schema builder, so that both dialects get the same.
import type { ColumnDataType, CreateTableBuilder, Kysely } from 'kysely';

type Columns = Record<string, ColumnDataType | `${'text' | 'integer' | 'real'}?`>;

async function table(
  db: Kysely<unknown>,
  name: string,
  columns: Columns,
  primaryKey?: string[],
): Promise<void> {
  let builder: CreateTableBuilder<string> = db.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    const optional = type.toString().endsWith('?');
    const bare = (optional ? type.toString().slice(0, -1) : type) as ColumnDataType;
    builder = builder.addColumn(column, bare, (c) => (optional ? c : c.notNull()));
  }
  if (primaryKey) builder = builder.addPrimaryKeyConstraint(`${name}_pk`, primaryKey as never[]);
  await builder.execute();
}

/** A table whose rows are numbered in the order of their commit. */
async function sequence(db: Kysely<unknown>, name: string, columns: Columns): Promise<void> {
  let builder: CreateTableBuilder<string> = db.schema
    .createTable(name)
    .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement());
  for (const [column, type] of Object.entries(columns)) {
    const optional = type.toString().endsWith('?');
    const bare = (optional ? type.toString().slice(0, -1) : type) as ColumnDataType;
    builder = builder.addColumn(column, bare, (c) => (optional ? c : c.notNull()));
  }
  await builder.execute();
}

const index = (db: Kysely<unknown>, table: string, columns: string[]) =>
  db.schema
    .createIndex(`${table}_${columns.join('_')}`)
    .on(table)
    .columns(columns)
    .execute();

async function organisation(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    'components',
    {
      id: 'text',
      kind: 'text',
      name: 'text',
      parentId: 'text?',
      ownerId: 'text?',
      managerId: 'text?',
      zone: 'text?',
      holidayRegion: 'text?',
      createdAt: 'text',
    },
    ['id'],
  );
  await index(db, 'components', ['parentId']);
  await table(db, 'people', { id: 'text', name: 'text', email: 'text', roles: 'text', createdAt: 'text' }, [
    'id',
  ]);
  await db.schema.createIndex('people_email').on('people').column('email').unique().execute();
  await table(
    db,
    'goals',
    { id: 'text', componentId: 'text', version: 'integer', document: 'text', updatedAt: 'text' },
    ['id'],
  );
  await index(db, 'goals', ['componentId']);
  await table(
    db,
    'measures',
    {
      id: 'text',
      goalId: 'text',
      componentId: 'text',
      version: 'integer',
      document: 'text',
      updatedAt: 'text',
    },
    ['id'],
  );
  await index(db, 'measures', ['goalId']);
  await index(db, 'measures', ['componentId']);
  await table(
    db,
    'observations',
    {
      id: 'text',
      measureId: 'text',
      componentId: 'text',
      periodStart: 'text',
      periodEnd: 'text',
      status: 'text',
      supersedes: 'text?',
      document: 'text',
      at: 'text',
    },
    ['id'],
  );
  await index(db, 'observations', ['measureId', 'periodEnd']);
  await index(db, 'observations', ['componentId']);
}

async function plans(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    'cycleVersions',
    {
      cycleId: 'text',
      version: 'integer',
      name: 'text',
      hash: 'text',
      document: 'text',
      note: 'text',
      publishedAt: 'text',
      publishedBy: 'text',
    },
    ['cycleId', 'version'],
  );
  await table(
    db,
    'plans',
    {
      id: 'text',
      componentId: 'text',
      cycleId: 'text',
      version: 'integer',
      launchId: 'text?',
      status: 'text',
      stage: 'text',
      outcome: 'text?',
      score: 'real?',
      coverage: 'real?',
      round: 'integer',
      ending: 'text?',
      revision: 'integer',
      state: 'text',
      startedAt: 'text',
      movedAt: 'text',
    },
    ['id'],
  );
  await index(db, 'plans', ['componentId']);
  await index(db, 'plans', ['cycleId', 'status']);
  await index(db, 'plans', ['movedAt', 'id']);
  await index(db, 'plans', ['launchId']);
  await table(db, 'inbox', { planId: 'text', eventId: 'text', bodyHash: 'text', revision: 'integer' }, [
    'planId',
    'eventId',
  ]);
  await sequence(db, 'history', {
    planId: 'text',
    revision: 'integer',
    at: 'text',
    actor: 'text',
    eventId: 'text',
    eventType: 'text',
    event: 'text',
    stageLeft: 'text',
    stageEntered: 'text',
    stage: 'text',
    effects: 'text',
    status: 'text',
    round: 'integer',
    outcome: 'text?',
    score: 'real?',
    coverage: 'real?',
  });
  await db.schema
    .createIndex('history_once')
    .on('history')
    .columns(['planId', 'revision'])
    .unique()
    .execute();
  await table(db, 'scores', { planId: 'text', revision: 'integer', at: 'text', document: 'text' }, [
    'planId',
    'revision',
  ]);
  await table(
    db,
    'incidents',
    {
      id: 'text',
      planId: 'text',
      at: 'text',
      eventType: 'text',
      event: 'text',
      actor: 'text',
      code: 'text',
      message: 'text',
      state: 'text',
      settledAt: 'text?',
      settledBy: 'text?',
    },
    ['id'],
  );
  await index(db, 'incidents', ['planId']);
  await table(
    db,
    'launches',
    {
      id: 'text',
      cycleId: 'text',
      version: 'integer',
      periodStart: 'text',
      periodEnd: 'text',
      variables: 'text',
      originPlanId: 'text?',
      status: 'text',
      total: 'integer',
      createdAt: 'text',
      createdBy: 'text',
      finishedAt: 'text?',
    },
    ['id'],
  );
  await table(
    db,
    'launchItems',
    {
      launchId: 'text',
      position: 'integer',
      componentId: 'text',
      state: 'text',
      planId: 'text?',
      problem: 'text?',
    },
    ['launchId', 'position'],
  );
  await index(db, 'launchItems', ['launchId', 'state', 'position']);
  for (const name of ['rewards', 'interventions']) {
    const cause: Columns = name === 'interventions' ? { cause: 'text?' } : {};
    await table(
      db,
      name,
      { id: 'text', planId: 'text', componentId: 'text', key: 'text', title: 'text', ...cause, at: 'text' },
      ['id'],
    );
    await db.schema.createIndex(`${name}_once`).on(name).columns(['planId', 'key']).unique().execute();
  }
}

async function work(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    'tasks',
    {
      id: 'text',
      planId: 'text',
      componentId: 'text',
      key: 'text',
      activation: 'integer',
      stage: 'text',
      title: 'text',
      description: 'text?',
      form: 'text',
      complete: 'text',
      relation: 'text',
      assigneeId: 'text?',
      standsFor: 'text?',
      delegatedBy: 'text?',
      state: 'text',
      openedAt: 'text',
      dueAt: 'text?',
      completedAt: 'text?',
      completedBy: 'text?',
      result: 'text?',
    },
    ['id'],
  );
  await index(db, 'tasks', ['planId', 'key', 'activation']);
  await index(db, 'tasks', ['assigneeId', 'state', 'dueAt']);
  await table(
    db,
    'taskComments',
    { id: 'text', taskId: 'text', at: 'text', authorId: 'text', text: 'text' },
    ['id'],
  );
  await index(db, 'taskComments', ['taskId']);
  await table(
    db,
    'timers',
    {
      id: 'text',
      planId: 'text',
      kind: 'text',
      name: 'text',
      activation: 'integer',
      dueAt: 'text',
      data: 'text',
    },
    ['id'],
  );
  await index(db, 'timers', ['dueAt']);
  await index(db, 'timers', ['planId']);
  await table(
    db,
    'notifications',
    {
      id: 'text',
      personId: 'text',
      planId: 'text?',
      message: 'text',
      at: 'text',
      readAt: 'text?',
    },
    ['id'],
  );
  await index(db, 'notifications', ['personId', 'at']);
  await table(
    db,
    'feedback',
    {
      id: 'text',
      planId: 'text?',
      componentId: 'text',
      authorId: 'text',
      text: 'text',
      at: 'text',
    },
    ['id'],
  );
  await index(db, 'feedback', ['componentId']);
}

async function automations(db: Kysely<unknown>): Promise<void> {
  await table(
    db,
    'sources',
    { id: 'text', name: 'text', secret: 'text', mapping: 'text', active: 'integer', createdAt: 'text' },
    ['id'],
  );
  await table(db, 'sourceMessages', { sourceId: 'text', messageId: 'text', at: 'text', effect: 'text' }, [
    'sourceId',
    'messageId',
  ]);
  await table(
    db,
    'subscriptions',
    {
      id: 'text',
      url: 'text',
      events: 'text',
      secret: 'text',
      description: 'text',
      active: 'integer',
      createdAt: 'text',
    },
    ['id'],
  );
  await table(
    db,
    'deliveries',
    {
      id: 'text',
      subscriptionId: 'text',
      planId: 'text?',
      planSeq: 'integer?',
      eventType: 'text',
      body: 'text',
      state: 'text',
      attempts: 'integer',
      nextAt: 'text',
      leaseUntil: 'text?',
      fence: 'integer',
      lastStatus: 'integer?',
      lastProblem: 'text?',
      createdAt: 'text',
      settledAt: 'text?',
    },
    ['id'],
  );
  await index(db, 'deliveries', ['state', 'nextAt']);
  await index(db, 'deliveries', ['subscriptionId', 'createdAt']);
  await db.schema
    .createIndex('deliveries_in_order')
    .on('deliveries')
    .columns(['subscriptionId', 'planId', 'planSeq'])
    .unique()
    .execute();
}

async function records(db: Kysely<unknown>): Promise<void> {
  await sequence(db, 'feed', {
    at: 'text',
    type: 'text',
    planId: 'text?',
    componentId: 'text?',
    personId: 'text?',
    data: 'text',
  });
  await sequence(db, 'audit', {
    at: 'text',
    actor: 'text',
    action: 'text',
    resource: 'text',
    detail: 'text',
    prevHash: 'text',
    hash: 'text',
  });
  await table(
    db,
    'idempotency',
    {
      actor: 'text',
      route: 'text',
      key: 'text',
      bodyHash: 'text',
      status: 'integer',
      answer: 'text',
      at: 'text',
    },
    ['actor', 'route', 'key'],
  );
  await table(db, 'settings', { name: 'text', value: 'text' }, ['name']);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await organisation(db);
  await plans(db);
  await work(db);
  await automations(db);
  await records(db);
}

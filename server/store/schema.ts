// All tables, an interface each in `schema/`. Both dialects share them.
import type { Kysely } from 'kysely';
import type { AdminTables } from './schema/admin.ts';
import type { AttributesTables } from './schema/attributes.ts';
import type { CyclesTables } from './schema/cycles.ts';
import type { DeliveriesTables } from './schema/deliveries.ts';
import type { ExchangeTables } from './schema/exchange.ts';
import type { GoalsTables } from './schema/goals.ts';
import type { InboxTables } from './schema/inbox.ts';
import type { LaunchesTables } from './schema/launches.ts';
import type { OrganisationTables } from './schema/organisation.ts';
import type { PlanVersionsTables } from './schema/plan-versions.ts';
import type { PlansTables } from './schema/plans.ts';
import type { RatingsTables } from './schema/ratings.ts';
import type { RecordsTables } from './schema/records.ts';
import type { SignInTables } from './schema/sign-in.ts';
import type { SourcesTables } from './schema/sources.ts';
import type { TasksTables } from './schema/tasks.ts';
import type { WordingTables } from './schema/wording.ts';

export interface Schema
  extends AdminTables,
    AttributesTables,
    CyclesTables,
    DeliveriesTables,
    ExchangeTables,
    GoalsTables,
    InboxTables,
    LaunchesTables,
    OrganisationTables,
    PlanVersionsTables,
    PlansTables,
    RatingsTables,
    RecordsTables,
    SignInTables,
    SourcesTables,
    TasksTables,
    WordingTables {}

/** What a query needs: the database, inside or outside a transaction. */
export type Db = Kysely<Schema>;

// Which lines of the audit trail a name is in: of who did it, of what it is about, and of what its ids stand for.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { saysAll } from './words.ts';

const title = (document: RawBuilder<string>) => sql<string>`json_extract(${document}, '$.title')`;

/** Of each kind that has a name of its own; a private note is in none, as it has none in the trail. */
const aboutSo = (says: (said: RawBuilder<string>) => RawBuilder<SqlBool>): RawBuilder<unknown> => {
  const name = says(sql`name`);
  const ofPlan = sql`"planId" in (select p.id from plans p where
    p."componentId" in (select id from components where ${name})
    or p."cycleId" in (select "cycleId" from "cycleVersions" where ${name}))`;
  const ofPerson = (column: string) => sql`${sql.ref(column)} in (select id from people where ${name})`;
  const ofComponent = sql`"componentId" in (select id from components where ${name})`;
  const ofCycle = sql`"cycleId" in (select "cycleId" from "cycleVersions" where ${name})`;
  const document = says(title(sql`document`));
  return sql`
    select 'person/' || id from people where ${name}
    union all select 'component/' || id from components where ${name}
    union all select 'calendar/' || id from "workCalendars" where ${name}
    union all select 'calibration/' || id from "calibrationSessions" where ${name}
    union all select 'api-key/' || id from "apiKeys" where ${name}
    union all select 'attributes/' || id from attributes where ${name}
    union all select 'source/' || id from sources where ${name}
    union all select 'cycle/' || "cycleId" from "cycleVersions" where ${name}
    union all select 'launches/' || id from launches where ${ofCycle}
    union all select 'migrations/' || id from migrations where ${ofCycle}
    union all select 'shadows/' || id from shadows where ${ofCycle}
    union all select 'task/' || id from tasks where ${says(sql`title`)} or ${ofComponent}
    union all select 'plan/' || id from plans where ${ofComponent} or ${ofCycle}
    union all select 'plans/' || id from plans where ${ofComponent} or ${ofCycle}
    union all select 'reward/' || id from rewards where ${ofPlan}
    union all select 'incidents/' || id from incidents where ${ofPlan}
    union all select 'reward-budget/' || id from "rewardBudgets" where ${ofComponent}
    union all select 'feedback/' || id from feedback where visibility <> 'private' and ${ofComponent}
    union all select 'feedback-request/' || id from "feedbackRequests" where ${ofPerson('askedId')}
    union all select 'absence/' || id from absences where ${ofPerson('personId')}
    union all select 'stand-in/' || id from "standIns" where ${ofPerson('personId')}
    union all select 'goal/' || id from goals where ${document} or ${ofComponent}
    union all select 'measure/' || id from measures where ${document} or ${ofComponent}
    union all select 'observation/' || id from observations
      where "measureId" in (select id from measures where ${document} or ${ofComponent})`;
};

const mentioned = (says: (said: RawBuilder<string>) => RawBuilder<SqlBool>): RawBuilder<unknown> => sql`
  select id from people where ${says(sql`name`)}
  union all select id from components where ${says(sql`name`)}
  union all select "cycleId" from "cycleVersions" where ${says(sql`name`)}
  union all select id from goals where ${says(title(sql`document`))}
  union all select id from measures where ${says(title(sql`document`))}`;

/** Says all words of the search in one name. */
export function isNamedSo(q: string): RawBuilder<SqlBool> {
  const says = (said: RawBuilder<string>) => saysAll(said, q);
  return sql<SqlBool>`(
    audit.actor in (select id from people where ${says(sql`name`)})
    or audit.resource in (${aboutSo(says)})
    or exists (select 1 from json_tree(audit.detail) as told where told.atom in (${mentioned(says)})))`;
}

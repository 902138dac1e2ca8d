// What raters answered, as the reader of the plan may see it: nothing while somebody may still answer, then by group as
// far as no group can be told apart; with names only where the promise was made so.
import type { z } from 'zod';
import { type Anonymity, outcomes, raterGroups, showAnswers, toAnonymity } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { answersWire } from '../../routes/wire/feedback.ts';
import { type Answer, anonymityOf, isStillAsking, listAnswers } from '../../store/queries/answers.ts';
import { appendAudit } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';

type Answers = Omit<z.infer<typeof answersWire>, 'changes'>;

const groupOf = ({ raterGroup }: Answer) => raterGroups.find((one) => one === raterGroup) ?? 'peer';
const levelOf = ({ level }: Answer) => outcomes.find((one) => one === level) ?? null;
const isNamed = ({ anonymity }: Answer): boolean => anonymity === 'named';

const named = (answers: readonly Answer[]) =>
  answers.map((one) => ({
    group: groupOf(one),
    author: { id: one.authorId, name: one.authorName ?? one.authorId },
    text: one.text,
    level: levelOf(one),
  }));

function presentRound(
  round: number,
  answers: readonly Answer[],
  withNames: boolean,
): Answers['rounds'][number] {
  if (withNames) return { round, named: named(answers), shown: [], held: false };
  const unnamed = answers.filter((one) => !isNamed(one));
  const given = unnamed.map((one) => ({
    group: groupOf(one),
    authorId: one.authorId,
    text: one.text,
    threshold: one.threshold ?? 0,
    level: levelOf(one),
  }));
  return { round, named: named(answers.filter(isNamed)), ...showAnswers(given) };
}

/** Who is written about never learns it, HR or not. */
const learnsNames = (anonymity: Anonymity, actor: Actor, ownerId: string | null): boolean =>
  anonymity === 'confidential' && actor.roles.includes('hr') && ownerId !== actor.id;

export interface Reading {
  planId: string;
  ownerId: string | null;
  actor: Actor;
  /** They are about the reader, and not released. */
  unreleased: boolean;
}

export async function readAnswers(db: Db, { planId, ownerId, actor, unreleased }: Reading): Promise<Answers> {
  const anonymity = toAnonymity(await anonymityOf(db, planId));
  const answers = await listAnswers(db, planId);
  if (await isStillAsking(db, planId)) return { anonymity, collecting: true, unreleased: false, rounds: [] };
  if (unreleased) return { anonymity, collecting: false, unreleased, rounds: [] };
  const withNames = learnsNames(anonymity, actor, ownerId);
  const byRound = Map.groupBy(answers, ({ round }) => round ?? 1);
  const rounds = [...byRound].map(([round, given]) => presentRound(round, given, withNames));
  return { anonymity, collecting: false, unreleased, rounds };
}

/** That HR looked at names is on record. */
export const recordLook = (db: Db, given: { planId: string; actor: Actor; at: string }): Promise<void> =>
  appendAudit(db, {
    at: given.at,
    actor: given.actor.id,
    action: 'answers.read-names',
    resource: `plan/${given.planId}`,
  });

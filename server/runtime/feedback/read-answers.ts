// What raters answered, as the reader of the plan may see it: nothing of a round while somebody may still answer in it, then
// by group as far as no group can be told apart; with names only where the promise was made so.
import type { z } from 'zod';
import { type Anonymity, outcomes, raterGroups, showAnswers, toAnonymity } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import type { answersWire } from '../../routes/wire/feedback.ts';
import { type Answer, anonymityOf, insertOpening, listAnswers } from '../../store/queries/answers.ts';
import { appendAudit, appendFeed } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { whose } from '../ratings/whose.ts';
import type { AnswerSight } from './answer-sight.ts';

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

/** The words went when their days were over; whose they were went with them. */
const hasGone = ({ text }: Answer): boolean => text === '';

/** Whether a group was large enough is judged by the same rule as while the words were there. */
function withoutWords(round: number, answers: readonly Answer[]) {
  const { shown, held } = showAnswers(toGiven(answers));
  return { round, named: [], shown: shown.map((one) => ({ ...one, texts: [] })), held };
}

const toGiven = (answers: readonly Answer[]) =>
  answers.map((one) => ({
    group: groupOf(one),
    authorId: one.authorId,
    text: one.text,
    threshold: one.threshold ?? 0,
    level: levelOf(one),
  }));

function presentRound(
  round: number,
  answers: readonly Answer[],
  withNames: boolean,
): Omit<Answers['rounds'][number], 'endedAt'> {
  if (answers.every(hasGone)) return withoutWords(round, answers);
  if (withNames) return { round, named: named(answers), shown: [], held: false };
  const unnamed = answers.filter((one) => !isNamed(one));
  return { round, named: named(answers.filter(isNamed)), ...showAnswers(toGiven(unnamed)) };
}

/** Who is written about never learns it, HR or not. */
const learnsNames = (anonymity: Anonymity, actor: Actor, ownerId: string | null): boolean =>
  anonymity === 'confidential' && actor.roles.includes('hr') && ownerId !== actor.id;

interface Reading {
  planId: string;
  componentId: string;
  owner: Answers['readFirstBy'];
  actor: Actor;
  sight: AnswerSight;
  /** What whom it is about has not opened yet is opened by this. */
  opens: boolean;
}

export async function readAnswers(
  db: Db,
  { planId, componentId, owner, actor, sight, opens }: Reading,
): Promise<Answers> {
  const anonymity = toAnonymity(await anonymityOf(db, planId));
  const byRound = Map.groupBy(await listAnswers(db, planId), ({ round }) => round ?? 1);
  const withNames = learnsNames(anonymity, actor, owner?.id ?? null);
  const { isOfPredecessor } = await whose(db, { actor, componentId, ownerId: owner?.id ?? null });
  const readable = [...byRound].filter(
    ([round, given]) =>
      sight.standing(round) === 'shown' && !given.some((answer) => isOfPredecessor(answer.at)),
  );
  const staysClosed = (round: number) => !opens && owner?.id === actor.id && !sight.isOpened(round);
  const rounds = readable.filter(([round]) => !staysClosed(round));
  const isAny = (standing: string, some: Iterable<number>): boolean =>
    [...some].some((round) => sight.standing(round) === standing);
  return {
    anonymity,
    collecting: isAny('collecting', sight.asked),
    unreleased: isAny('unreleased', [...sight.asked, ...byRound.keys()]),
    readFirstBy: isAny('first', byRound.keys()) ? owner : null,
    unopened: readable.length - rounds.length,
    rounds: rounds.map(([round, given]) => ({
      ...presentRound(round, given, withNames),
      endedAt: sight.endedAt(round),
    })),
  };
}

const isNamedLook = ({ anonymity, rounds }: Answers, actor: Actor): boolean =>
  anonymity === 'confidential' && actor.roles.includes('hr') && rounds.some(({ named }) => named.length > 0);

interface Read {
  planId: string;
  componentId: string;
  owner: Answers['readFirstBy'];
  actor: Actor;
  at: string;
  given: Answers;
  sight: AnswerSight;
}

/** On record: that HR looked at names, and when whom it is about first read a round. */
export async function recordRead(store: Deps['store'], read: Read): Promise<void> {
  const { planId, componentId, owner, actor, at, given, sight } = read;
  const line = { at, actor: actor.id, resource: `plan/${planId}` };
  if (isNamedLook(given, actor))
    await store.commit((db) => appendAudit(db, { ...line, action: 'answers.read-names' }));
  if (owner?.id !== actor.id) return;
  for (const { round } of given.rounds) {
    if (sight.isOpened(round)) continue;
    await store.commit(async (db) => {
      if (!(await insertOpening(db, { planId, round, at, openedBy: actor.id }))) return;
      await appendAudit(db, { ...line, action: 'answers.open', detail: { round } });
      await appendFeed(db, { at, type: 'feedback.opened', componentId, data: { planId } });
    });
  }
}

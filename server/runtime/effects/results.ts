// What a step leaves on the plan: scores, rewards and interventions.
import { type Effect, formSchemas } from '../../../engine/index.ts';
import { findRewardAt, insertIntervention, insertReward, recordScore } from '../../store/queries/awards.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { readFeatures } from '../../store/queries/settings.ts';
import { resolveAssignees } from '../organisation/assignees.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { currencyAt, toCents } from '../rewards/budget.ts';
import { type Applying, stepId, tell } from './applying.ts';

type Of<Type extends Effect['type']> = Extract<Effect, { type: Type }>;

export async function storeScore(applying: Applying, { score }: Of<'record-score'>): Promise<void> {
  const { db, plan, at } = applying;
  await recordScore(db, plan, { at, score });
  tell(applying, 'plan.outcome', {});
}

const rowOf = (applying: Applying, kind: string, index: number) => ({
  id: stepId(applying, kind, index),
  planId: applying.plan.id,
  componentId: applying.plan.componentId,
  at: applying.at,
});

const announce = ({ db, plan, at }: Applying, type: string, key: string) =>
  appendFeed(db, { at, type, planId: plan.id, componentId: plan.componentId, data: { key } });

/** What somebody said is given, when the step is that they approved it; else the cycle's own words. */
function titleOf({ event }: Applying, { title }: Of<'reward'>): string {
  const said = formSchemas.reward.safeParse(event.data.result).data;
  return said?.decision === 'approved' ? (said.title ?? title) : title;
}

/**
 * A plan from before rewards were told apart by their titles may have this one by its round alone: then it is known by
 * that still.
 */
async function keyOf({ db, plan }: Applying, { key, title }: Of<'reward'>): Promise<string> {
  const [, byRound] = /^(round-\d+): /.exec(key) ?? [];
  const given = byRound === undefined ? null : await findRewardAt(db, { planId: plan.id, key: byRound });
  return byRound !== undefined && given?.asked === title ? byRound : key;
}

export async function giveReward(applying: Applying, effect: Of<'reward'>, index: number): Promise<void> {
  const key = await keyOf(applying, effect);
  const title = titleOf(applying, effect);
  const amount = effect.amount === undefined ? null : toCents(effect.amount);
  const { db, plan, at } = applying;
  const currency = amount === null ? null : await currencyAt(db, plan.componentId, at);
  const [personId = null] = await resolveAssignees(applying.db, applying.plan.componentId, 'owner');
  const row = { ...rowOf(applying, 'reward', index), key, title, amount, currency, personId };
  const given = await insertReward(applying.db, { ...row, shown: 0, decidedAt: null });
  if (!given) return;
  await announce(applying, 'reward.given', key);
  await askForConsent(applying, personId, row);
  tell(applying, 'reward.given', { key });
}

/** It is theirs to say whether others see it. */
async function askForConsent(
  { db, plan, at }: Applying,
  personId: string | null,
  { id, title }: { id: string; title: string },
): Promise<void> {
  if (personId === null) return;
  const { recognition } = await readFeatures(db);
  const message = recognition
    ? `You are rewarded: “${title}”. Say whether it may be shown to everybody.`
    : `You are rewarded: “${title}”.`;
  const place = recognition ? { place: 'recognition' as const } : {};
  const about = { planId: null, componentId: plan.componentId, ...place };
  await notifyPersons(db, [personId], { ...about, message, at, idSeed: `${id}:consent` });
}

/** What somebody found and offered, when the step is that they said so. */
function saidIn({ event }: Applying): { analysis: string | null; support: string | null } {
  const said = formSchemas.intervention.safeParse(event.data.result).data;
  return { analysis: said?.analysis ?? null, support: said?.support ?? null };
}

export async function startIntervention(
  applying: Applying,
  effect: Of<'intervene'>,
  index: number,
): Promise<void> {
  const { key, title, cause } = effect;
  const row = { ...rowOf(applying, 'intervention', index), key, title, cause, ...saidIn(applying) };
  if (!(await insertIntervention(applying.db, row))) return;
  await announce(applying, 'intervention.started', key);
  tell(applying, 'intervention.started', { key });
}

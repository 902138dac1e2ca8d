// Takes launched plans round their cycle over HTTP, as people would: each open task is completed with an answer
// that fits its form, and a plan that waits for its period to end is asked for its appraisal.
import { isBuiltInForm, type JsonObject } from '../../engine/index.ts';
import { indicatorsMapping } from '../../server/cli/indicators-mapping.ts';
import { likelyAnswers } from '../../server/runtime/demo/likely-answers.ts';
import { startNextChunk } from '../../server/runtime/launches/launch-worker.ts';
import type { makeTestApp } from './server.ts';

type Api = Awaited<ReturnType<typeof makeTestApp>>;
interface OpenTask {
  id: string;
  planId: string;
  componentId: string;
  key: string;
  form: string;
}

const period = { start: '2022-07-01', end: '2023-06-30' };

function answerTo(task: OpenTask, goalIds: string[]): JsonObject {
  if (!isBuiltInForm(task.form))
    throw new Error(`No answer is known for the form ${task.form} of ${task.key}.`);
  return { ...likelyAnswers[task.form]({ goalIds, since: period.start, outcome: null }) };
}

async function pages<Item>(api: Api, path: string): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor = ''; ; ) {
    const joined = `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    const { status, body } = await api.send('GET', joined);
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
    items.push(...body.items);
    if (!body.nextCursor) return items;
    cursor = body.nextCursor;
  }
}

async function ok(api: Api, method: string, path: string, body: unknown) {
  const answer = await api.send(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The file imported, the cycle published, and one plan started for each component of the kinds. */
export async function launchOver(
  api: Api,
  given: { content: string; cycle: { id: string }; kinds: string[] },
) {
  const { content, cycle, kinds } = given;
  const report = await ok(api, 'POST', '/api/v1/imports', {
    kind: 'indicators',
    format: 'csv',
    content,
    mapping: indicatorsMapping,
    period,
    source: 'test',
  });
  await ok(api, 'PUT', `/api/v1/cycles/${cycle.id}`, cycle);
  await ok(api, 'POST', `/api/v1/cycles/${cycle.id}/publish`, {});
  const launch = await ok(api, 'POST', '/api/v1/launches', {
    cycleId: cycle.id,
    selector: { kinds },
    period,
  });
  while (await startNextChunk(api.deps)) {}
  return { report, launch: (await api.send('GET', `/api/v1/launches/${launch.id}`)).body };
}

/** @returns how many tasks were completed and rounds of asking were needed until every plan had ended. */
export async function goRound(api: Api): Promise<{ completed: number }> {
  const goals = await pages<{ id: string; componentId: string }>(api, '/api/v1/goals');
  let completed = 0;
  for (let turn = 0; turn < 200; turn += 1) {
    const tasks = await pages<OpenTask>(api, '/api/v1/tasks?state=open');
    for (const task of tasks) {
      const own = goals.filter((goal) => goal.componentId === task.componentId).map((goal) => goal.id);
      const answer = answerTo(task, own);
      await ok(api, 'POST', `/api/v1/tasks/${task.id}/complete`, { result: answer });
      completed += 1;
    }
    const active = await pages<{ id: string; stage: string[] }>(api, '/api/v1/plans?status=active');
    if (active.length === 0) return { completed };
    if (tasks.length > 0) continue;
    for (const plan of active) {
      const { body } = await api.send('GET', `/api/v1/plans/${plan.id}`);
      if (!body.acceptedEvents.includes('appraisal.requested'))
        throw new Error(
          `Plan ${plan.id} waits in ${plan.stage.join(', ')} with no task and no request to make.`,
        );
      await ok(api, 'POST', `/api/v1/plans/${plan.id}/events`, { type: 'appraisal.requested' });
    }
  }
  throw new Error('The plans did not come to an end.');
}

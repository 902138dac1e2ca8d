// The small office with a cycle that rates: Deputy rates Permits (Pat), HR calibrates and releases, Pat reads.
import { fireDue } from '../../server/runtime/plans/timers.ts';
import { insertFeedback } from '../../server/store/queries/feedback.ts';
import { makeOffice } from './office.ts';

const secret = 'Words of the manager that are not yet told.';
export const needle = 'not yet told';
export const given = {
  goals: [],
  results: 'exceeds',
  methods: 'meets',
  reason: `${secret} They go past the figures.`,
  summary: secret,
};

const task = (key: string, form: unknown, assignee: string, to: string) => ({
  kind: 'appraise',
  tasks: { [key]: { title: key, form, assignee } },
  on: { [`task.${key}.completed`]: [{ to }] },
});
const note = { type: 'object', properties: { note: { type: 'string' } }, additionalProperties: false };
const grounds = { type: 'object', properties: { grounds: { type: 'string', minLength: 1 } } };

const rating = {
  ...task('rate', 'appraisal', 'manager', 'session'),
  on: {
    'task.rate.completed': [
      {
        to: 'session',
        do: [
          { do: 'set', variable: 'rating', value: 'result.results' },
          { do: 'notify', to: 'manager', message: 'Rated: {{ result.summary }}' },
          { do: 'appraise', outcome: 'rating' },
        ],
      },
    ],
  },
};
const session = {
  ...task('calibrate', 'calibration', 'role:hr', 'ready'),
  on: {
    'task.calibrate.completed': [
      { to: 'ready', guard: 'rating = "exceeds" and result.decision = "kept"' },
      { to: 'ready', do: [{ do: 'set', variable: 'rating', value: 'result.outcome' }] },
    ],
  },
};

/** Rated, calibrated, released by a task, acknowledged, open to dispute. */
export const drawn = {
  variables: { rating: null },
  initial: 'rating',
  stages: {
    rating,
    session,
    ready: {
      kind: 'appraise',
      tasks: { release: { title: 'Release it', form: note, purpose: 'release', assignee: 'role:hr' } },
      on: { 'task.release.completed': [{ to: 'told' }] },
    },
    told: {
      ...task('sign', 'acknowledgement', 'owner', 'objection'),
      released: true,
      on: {
        'task.sign.completed': [{ to: 'panel', guard: 'result.decision = "refused"' }, { to: 'objection' }],
      },
      after: [{ id: 'deemed-received', delay: '10bd', to: 'objection' }],
    },
    objection: {
      kind: 'appraise',
      released: true,
      tasks: {
        dispute: { title: 'Dispute it', form: grounds, purpose: 'dispute', assignee: 'owner', due: '10bd' },
      },
      on: { 'task.dispute.completed': [{ to: 'panel' }] },
      after: [{ id: 'dispute-closed', delay: '10bd', to: 'settle' }],
    },
    panel: {
      kind: 'appraise',
      released: true,
      tasks: {
        decide: { title: 'Decide', form: 'calibration', purpose: 'appeal', assignee: 'role:hr' },
      },
      on: {
        'task.decide.completed': [
          {
            to: 'settle',
            do: [
              {
                do: 'set',
                guard: 'result.decision = "changed"',
                variable: 'rating',
                value: 'result.outcome',
              },
            ],
          },
        ],
      },
    },
    settle: { kind: 'appraise', released: true, entry: [{ do: 'appraise', outcome: 'rating' }], on: {} },
  },
};

/** What comes of a rating comes before its release: a reward, or help in two steps. */
export const branching = {
  variables: { rating: null },
  initial: 'rating',
  stages: {
    rating: {
      ...task('rate', 'appraisal', 'manager', 'praise'),
      on: {
        'task.rate.completed': [
          {
            to: 'praise',
            guard: 'result.results = "exceeds"',
            do: [{ do: 'set', variable: 'rating', value: 'result.results' }],
          },
          { to: 'help', do: [{ do: 'set', variable: 'rating', value: 'result.results' }] },
        ],
      },
    },
    praise: {
      ...task('praise', note, 'role:hr', 'ready'),
      entry: [
        { do: 'appraise', outcome: 'rating' },
        { do: 'reward', key: '"bonus"', title: 'Bonus' },
      ],
    },
    help: {
      ...task('find-cause', 'intervention', 'manager', 'deeper'),
      entry: [
        { do: 'appraise', outcome: 'rating' },
        { do: 'intervene', title: 'Course' },
      ],
    },
    deeper: task('look-again', note, 'manager', 'ready'),
    ready: drawn.stages.ready,
    told: { kind: 'appraise', released: true },
  },
};

/** The same without a word of release: it is done by hand. */
export const undrawn = {
  variables: { rating: null },
  initial: 'rating',
  stages: { rating, session, ready: { type: 'final' } },
};

/** So that a rating above or below the standard rests on something. */
async function seeWork({ deps }: Awaited<ReturnType<typeof makeOffice>>): Promise<void> {
  const said = { planId: null, toPersonId: null, goalId: null, visibility: 'receiver', managerId: null };
  const more = {
    requestId: null,
    thankedAt: null,
    raterGroup: null,
    threshold: null,
    round: null,
    level: null,
  };
  await deps.store.commit(async (db) => {
    for (const componentId of ['permits', 'inspection'])
      for (const at of ['2026-02-03T10:00:00.000Z', '2026-06-09T10:00:00.000Z'])
        await insertFeedback(db, {
          ...said,
          ...more,
          id: `seen-${componentId}-${at}`,
          componentId,
          authorId: 'dora',
          text: 'On that day the visit was well prepared.',
          at,
          anonymity: 'named',
        });
  });
}

/** `p1` is the plan of Permits, `p2` that of Inspection. Both are seen at work unless nobody looked. */
export async function makeRatedOffice(document: Record<string, unknown>, { seen = true } = {}) {
  const office = await makeOffice(document);
  if (seen) await seeWork(office);
  await office.start('p1');
  const { deps, as } = office;
  const get = async (person: string, path: string) =>
    (await (await as(person))('GET', `/api/v1${path}`)).body;
  const post = async (person: string, path: string, body: object) =>
    (await as(person))('POST', `/api/v1${path}`, body);
  const openTask = async (key: string, planId = 'p1') =>
    (await get('ada', `/tasks?state=open&planId=${planId}`)).items.find(
      (one: { key: string }) => one.key === key,
    );
  /** Completes the open task that has the key; the clock goes on between two steps. */
  const work = async (person: string, key: string, result: object, planId = 'p1') => {
    deps.clock.advance(60_000);
    const open = await openTask(key, planId);
    return post(person, `/tasks/${open?.id}/complete`, { result });
  };
  const appraisal = (person: string, planId = 'p1') => get(person, `/plans/${planId}/appraisal`);
  const release = async (person: string, planIds = ['p1'], more: object = {}) => {
    deps.clock.advance(60_000);
    return (await post(person, '/ratings/release', { planIds, ...more })).body;
  };
  const fireAt = async (at: string) => {
    deps.clock.set(at);
    return fireDue(deps, at);
  };
  const rateAndKeep = async (planId = 'p1') => {
    await work('deputy', 'rate', given, planId);
    await work('hana', 'calibrate', { decision: 'kept', reason: `Right, but ${secret}` }, planId);
  };
  return { ...office, get, post, openTask, work, appraisal, release, fireAt, rateAndKeep };
}

// Small parts that the cycles of the corpus are put together from.
import { type Cycle, type JsonObject, parseCycle } from '../../../../engine/index.ts';

export const task = (assignee: string, form: string | object, given: object = {}) => ({
  title: 'Do it',
  assignee,
  form,
  due: '10bd',
  remind: ['-3bd', '-1bd'],
  escalate: [{ after: '3bd', to: 'role:hr' }],
  ...given,
});

/** A stage that one task leads out of. The key of the task is `key`. */
export const step = (key: string, doing: object, to: string | object[], given: object = {}) => ({
  tasks: { [key]: doing },
  on: { [`task.${key}.completed`]: typeof to === 'string' ? [{ to }] : to },
  ...given,
});

export const wait = (delay: string, to: string, given: object = {}) => ({ after: [{ delay, to }], ...given });
export const end = (outcome: string) => ({ type: 'final', outcome });
export const nextRound = { do: 'set', variable: 'round', value: 'round + 1' };
export const count = (variable: string) => ({ do: 'set', variable, value: `${variable} + 1` });

/** A part of a parallel stage that is done with its task, or by its time. */
export const part = (key: string, doing: object, delay?: string) => ({
  initial: `${key}-open`,
  stages: {
    [`${key}-open`]: step(key, doing, `${key}-done`, delay === undefined ? {} : wait(delay, `${key}-done`)),
    [`${key}-done`]: { type: 'final' },
  },
});

export const scale = [
  {
    level: 'below',
    anchor: 'Results stay short of the agreed standard in ways that others have to make up for.',
    example: 'Two of three reports came a week late.',
  },
  {
    level: 'meets',
    anchor: 'Results reach the agreed standard, on time, without others having to step in.',
    example: 'All reports came by the fifth working day.',
  },
  {
    level: 'exceeds',
    anchor: 'Results go clearly past the agreed standard and make the work of others easier.',
    example: 'Reports came early, with every figure explained.',
  },
];

export const retention = { drafts: 'P90D', answers: 'P90D', notes: 'P1Y' };

/** The first stage is the initial one; what is undefined is not there. */
export function cycle(stages: object, given: object = {}): Cycle {
  const document = {
    schema: 'cycle/1',
    id: 'corpus',
    name: 'Corpus',
    initial: Object.keys(stages)[0],
    stages,
  };
  const parsed = parseCycle(JSON.parse(JSON.stringify({ ...document, ...given })));
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.cycle;
}

/** A review as it should be: acknowledged, observed, rated, calibrated, released, open to objection, rewarded once. */
export const reviewStages = {
  plan: step('accept', task('owner', 'acknowledgement'), 'work'),
  work: { kind: 'observe', ...wait('P3M', 'self'), on: { 'feedback.received': [{}] } },
  self: step('self-review', task('owner', 'self-appraisal'), 'rate'),
  rate: step('rate', task('manager', 'appraisal'), 'calibrate'),
  calibrate: step('calibrate', task('role:hr', 'calibration'), 'share'),
  share: step(
    'sign',
    task('owner', 'acknowledgement'),
    [{ to: 'decide', guard: 'result.decision = "signed"' }, { to: 'objection' }],
    { released: true },
  ),
  objection: step('hear', task('role:hr', 'calibration', { purpose: 'appeal' }), 'decide'),
  decide: {
    entry: [{ do: 'appraise' }],
    on: {
      'outcome.below': [{ to: 'help' }],
      'outcome.meets': [{ to: 'thank' }],
      'outcome.exceeds': [{ to: 'thank' }],
      'outcome.not-scored': [{ to: 'met' }],
    },
  },
  thank: step('approve', task('sponsor', 'reward'), [
    { to: 'met', guard: 'result.decision = "approved"', do: [{ do: 'reward', title: 'Thank you' }] },
    { to: 'met' },
  ]),
  help: step('analyse', task('manager', 'intervention'), 'met', { kind: 'intervene' }),
  met: end('met'),
};

export const review = (changes: object = {}, given: object = {}): Cycle =>
  cycle({ ...reviewStages, ...changes }, { scale, retention, ...given });

/** A loop of rounds around one piece of work, bounded by the round. */
export const loopStages = {
  work: wait('P1M', 'look'),
  look: step('look', task('manager', 'feedback'), [
    { to: 'work', guard: 'round < 4', do: [nextRound] },
    { to: 'done' },
  ]),
  done: end('met'),
};

export const loop = (changes: object = {}, given: object = {}): Cycle =>
  cycle({ ...loopStages, ...changes }, given);

/** Choices of a form of one's own. */
export const ownForm = (properties: JsonObject, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

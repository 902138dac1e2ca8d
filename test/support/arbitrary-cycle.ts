// Random cycles that are sound charts: nested, parallel and history stages, timers, tasks, guards and
// actions, some of which fail on purpose. Ids are given out in order, so that targets can be chosen.
import fc from 'fast-check';
import type { Action, Cycle, Stage, Stages, Transition } from '../../engine/index.ts';

type Shape =
  | { kind: 'atomic' | 'final' }
  | { kind: 'compound' | 'parallel'; history: boolean; inside: Shape[] };

const leaf: fc.Arbitrary<Shape> = fc.constantFrom<Shape>(
  { kind: 'atomic' },
  { kind: 'atomic' },
  { kind: 'final' },
);
const { shape } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 2 },
    { arbitrary: leaf, weight: 2 },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom<'compound' | 'parallel'>('compound', 'parallel'),
        history: fc.boolean(),
        inside: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }),
      }),
    },
  ),
}));

export const eventTypes = ['go', 'back', 'outcome.meets', 'outcome.not-scored', 'task.t1.overdue'] as const;
const soundGuards = [
  'round < 3',
  'n < 5',
  'n >= 0',
  'result.ok',
  'score >= 100',
  'count(goals) = 0',
  'event.type = "go"',
  'list contains(stages, "s1")',
];
/** Now and then one that rests on nothing, or cannot be read. */
const guards = [...soundGuards, ...soundGuards, 'unknown > 1', '1 +'];
const actions: Action[] = [
  { do: 'set', variable: 'n', value: 'n + 1' },
  { do: 'set', variable: 'round', value: 'round + 1' },
  { do: 'appraise' },
  { do: 'notify', to: 'owner', message: 'n is {{ n }}' },
  { do: 'emit', event: 'counted', data: { n: 'n' } },
  { do: 'reward', title: 'Well done' },
  { do: 'intervene', title: 'Look again' },
  { do: 'start', cycle: 'other', for: 'children' },
  { do: 'reschedule', timer: 's1.0', delay: 'P2D' },
  { do: 'set', guard: 'n < 2', variable: 'n', value: 'n + 2' },
  { do: 'raise', event: 'back', delay: 'P1D', data: { n: 'n' } },
  { do: 'raise', event: 'go', delay: 'PT0S', id: 'soon' },
  { do: 'cancel', id: 'soon' },
];
const delays = ['P1D', '3bd', 'period.end', 'today + duration("P5D")', 'PT1H'];

const raising: Action = { do: 'raise', event: 'back' };
const backAgain: Action = { do: 'emit', event: 'back.again' };
/** How a cycle is made: what its guards and its actions are chosen from. */
interface Choices {
  guard: fc.Arbitrary<string | undefined>;
  alwaysGuard: fc.Arbitrary<string | undefined>;
  actions: fc.Arbitrary<Action[]>;
  /** Whether it uses what only the standard has: several targets, ways to begin, patterns. */
  plain: boolean;
}

const anything: Choices = {
  plain: false,
  guard: fc.constantFrom(undefined, undefined, undefined, undefined, ...guards),
  alwaysGuard: fc.constantFrom(...soundGuards),
  actions: fc.array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...actions), weight: 20 },
      { arbitrary: fc.constant(raising), weight: 1 },
    ),
    { maxLength: 3 },
  ),
};

/** Where a plan goes depends on what happens alone: no guard, and no outcome of an appraisal. */
const structureOnly: Choices = {
  plain: true,
  guard: fc.constant(undefined),
  alwaysGuard: fc.constant(undefined),
  actions: fc.array(
    fc.oneof(
      { arbitrary: fc.constant<Action>({ do: 'notify', to: 'owner', message: 'Hello' }), weight: 3 },
      { arbitrary: fc.constant(raising), weight: 1 },
    ),
    { maxLength: 2 },
  ),
};
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** Stages by id, and for each those that it can be entered along with. */
export interface Aims {
  ids: string[];
  beside: ReadonlyMap<string, string[]>;
}

const aimAt = ({ ids, beside }: Aims): fc.Arbitrary<Pick<Transition, 'to' | 'also'>> =>
  some(fc.constantFrom(...ids)).chain((to) => {
    const others = (to && beside.get(to)) || [];
    if (others.length === 0) return fc.constant({ to });
    return some(fc.constantFrom(...others)).map((other) => (other ? { to, also: [other] } : { to }));
  });

const transitionTo = (ids: Aims, choices: Choices, guard = choices.guard): fc.Arbitrary<Transition> =>
  fc
    .record({
      aim: aimAt(ids),
      guard,
      do: some(choices.actions),
      internal: some(fc.boolean()),
    })
    .map(({ aim, ...rest }) => withoutUndefined({ ...aim, ...rest }));

const withoutUndefined = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value));

const descriptors = ['task.t1.completed', 'task.t2.completed', 'go.*', 'outcome.*', '*', 'done.state.s2'];
const plainTypes = [...eventTypes, 'task.t1.completed', 'task.t2.completed'];
const listenersTo = (ids: Aims, choices: Choices) =>
  fc.dictionary(
    choices.plain
      ? fc.constantFrom(...plainTypes)
      : fc.constantFrom(...eventTypes, ...eventTypes, ...descriptors),
    fc.array(transitionTo(ids, choices), { minLength: 1, maxLength: 2 }),
    { maxKeys: 3 },
  );

const waiting = (ids: Aims, number: number, choices: Choices) =>
  fc
    .record({
      entry: some(choices.actions),
      exit: some(choices.actions),
      on: listenersTo(ids, choices),
      after: fc.array(
        fc
          .tuple(transitionTo(ids, choices), fc.constantFrom(...delays))
          .map(([transition, delay]) => ({ ...transition, delay })),
        { maxLength: 2 },
      ),
      always: fc.oneof(
        { arbitrary: fc.constant([]), weight: 5 },
        {
          arbitrary: fc.array(transitionTo(ids, choices, choices.alwaysGuard), { maxLength: 1 }),
          weight: 1,
        },
      ),
      tasks: fc.boolean().map((open) =>
        open
          ? {
              [`t${number}`]: {
                title: 'T',
                assignee: 'owner',
                form: 'feedback',
                due: '5bd',
                remind: ['-P1D'],
              },
            }
          : {},
      ),
    })
    .map(withoutUndefined);

interface Numbered {
  id: string;
  number: number;
  shape: Shape;
  inside: Numbered[];
}

function numbered(shapes: Shape[], next: { number: number }): Numbered[] {
  return shapes.map((one) => {
    const number = next.number++;
    return {
      id: `s${number}`,
      number,
      shape: one,
      inside: 'inside' in one ? numbered(one.inside, next) : [],
    };
  });
}

const idsOf = (stages: Numbered[]): string[] => stages.flatMap((stage) => [stage.id, ...idsOf(stage.inside)]);
const historiesOf = (stages: Numbered[]): string[] =>
  stages.flatMap((stage) => [
    ...('history' in stage.shape && stage.shape.history ? [`h${stage.number}`] : []),
    ...historiesOf(stage.inside),
  ]);

/** In different parts of a parallel stage. */
function besides(stages: Numbered[]): [string, string][] {
  return stages.flatMap(({ shape: { kind }, inside }) => {
    const parts = inside.map((part) => [part.id, ...idsOf(part.inside)]);
    const pairs = parts.flatMap((part, index) =>
      part.flatMap((id) =>
        parts.flatMap((others, nth) =>
          nth === index ? [] : others.map((other) => [id, other] as [string, string]),
        ),
      ),
    );
    return [...(kind === 'parallel' ? pairs : []), ...besides(inside)];
  });
}

function aimsOf(stages: Numbered[], { plain }: Choices): Aims {
  const beside = new Map<string, string[]>();
  for (const [id, other] of plain ? [] : besides(stages)) beside.set(id, [...(beside.get(id) ?? []), other]);
  return { ids: [...idsOf(stages), ...historiesOf(stages)], beside };
}

function stageOf(stage: Numbered, ids: Aims, choices: Choices): fc.Arbitrary<Stage> {
  if (stage.shape.kind === 'final') {
    return fc
      .record({ entry: choices.actions, data: some(fc.constant({ n: 'n', round: 'round' })) })
      .map(({ entry, data }) => withoutUndefined({ type: 'final', entry, outcome: 'met', data }));
  }
  if (stage.shape.kind === 'atomic') return waiting(ids, stage.number, choices) as fc.Arbitrary<Stage>;
  const remembers = 'history' in stage.shape && stage.shape.history;
  const history: Stages = remembers
    ? {
        [`h${stage.number}`]: {
          type: 'history',
          history: stage.number % 2 ? 'deep' : 'shallow',
          ...(choices.plain || stage.number % 3 ? {} : { do: [backAgain] }),
        },
      }
    : {};
  const { kind } = stage.shape;
  const starts = stage.inside[0] ? [stage.inside[0].id, ...idsOf(stage.inside[0].inside)] : [];
  return fc
    .tuple(
      waiting(ids, stage.number, choices),
      stagesOf(stage.inside, ids, choices),
      fc.array(transitionTo(ids, choices), { maxLength: 1 }),
      choices.plain
        ? fc.constant(undefined)
        : some(fc.record({ at: some(fc.constantFrom(...starts)), do: choices.actions })),
    )
    .map(([common, inside, onDone, begun]) => {
      const stages = { ...inside, ...history };
      const own = { ...common, onDone, stages };
      return (
        kind === 'parallel'
          ? { ...own, type: 'parallel' }
          : withoutUndefined({
              ...own,
              initial: stage.inside[0]?.id,
              begin: begun && { ...begun, at: begun.at && [begun.at] },
            })
      ) as Stage;
    });
}

const stagesOf = (stages: Numbered[], ids: Aims, choices: Choices): fc.Arbitrary<Stages> =>
  fc.record(Object.fromEntries(stages.map((stage) => [stage.id, stageOf(stage, ids, choices)])));

const cycleFrom = (choices: Choices): fc.Arbitrary<Cycle> =>
  fc
    .array(shape, { minLength: 2, maxLength: 4 })
    .map((shapes) => numbered([{ kind: 'atomic' }, ...shapes], { number: 0 }))
    .chain((stages) => {
      const ids = aimsOf(stages, choices);
      return fc.record({ stages: stagesOf(stages, ids, choices), on: listenersTo(ids, choices) }).map(
        ({ stages: all, on }): Cycle => ({
          schema: 'cycle/1',
          id: 'arbitrary',
          name: 'Arbitrary',
          variables: { n: 0 },
          initial: 's0',
          stages: all,
          on,
        }),
      );
    });

export const arbitraryCycle: fc.Arbitrary<Cycle> = cycleFrom(anything);
/** Without guards, so that what can happen is known from its structure. */
export const arbitraryStructure: fc.Arbitrary<Cycle> = cycleFrom(structureOnly);

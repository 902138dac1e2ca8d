// Cycles with one fault each: what is wrong with them, and what the check has to say, exactly.
import type { CheckContext, Cycle, Json } from '../../../../engine/index.ts';
import {
  count,
  cycle,
  end,
  loop,
  nextRound,
  ownForm,
  part,
  review,
  reviewStages,
  scale,
  step,
  task,
  wait,
} from './build.ts';
import { smallOffice } from './office.ts';

export interface Faulty {
  what: string;
  cycle: Cycle;
  /** "severity code pointer" */
  says: string;
  context?: CheckContext;
  /** Pointers of the transitions on the way round. */
  round?: string[];
  example?: Record<string, Json>;
}

const faulty = (
  what: string,
  says: string,
  made: Cycle,
  more: Omit<Faulty, 'what' | 'says' | 'cycle'> = {},
): Faulty => ({ what, says, cycle: made, ...more });

const look = (branches: object[], given: object = {}) =>
  step('look', task('manager', 'feedback'), branches, given);
const lookPlace = '/stages/look/on/task.look.completed';

const reached: Faulty[] = [
  faulty('a stage that nothing leads to', 'error CYC-01 /stages/lost', loop({ lost: wait('P1D', 'done') })),
  faulty(
    'a stage behind a guard that cannot hold',
    'error CYC-01 /stages/never',
    loop({
      work: { ...wait('P1M', 'look'), on: { asked: [{ to: 'never', guard: 'round < 0' }, { to: 'look' }] } },
      never: wait('P1D', 'done'),
    }),
  ),
  faulty(
    'a stage behind an event that a stage inside always takes first',
    'error CYC-01 /stages/aside',
    cycle({
      outer: {
        initial: 'inner',
        on: { 'help.asked': [{ to: 'aside' }] },
        stages: { inner: { ...wait('P1D', 'done'), on: { 'help.asked': [{ to: 'done' }] } } },
      },
      aside: wait('P1D', 'done'),
      done: end('met'),
    }),
  ),
  faulty(
    'a stage behind an event in a stage that is passed through',
    'error CYC-01 /stages/aside',
    cycle({
      start: { always: [{ to: 'work' }], on: { asked: [{ to: 'aside' }] } },
      work: wait('P1D', 'done'),
      aside: wait('P1D', 'done'),
      done: end('met'),
    }),
  ),
  faulty(
    'a stage behind the end of a parallel stage of which one part only leads out',
    'error CYC-01 /stages/after',
    cycle({
      both: {
        type: 'parallel',
        stages: { one: part('one', task('manager', 'goals')), other: wait('P1M', 'done') },
        onDone: [{ to: 'after' }],
      },
      after: wait('P1D', 'done'),
      done: end('met'),
    }),
  ),
  faulty(
    'no final stage',
    'error CYC-01 /stages',
    cycle({ one: wait('P1D', 'two'), two: step('t', task('manager', 'feedback'), 'one') }),
  ),
  faulty(
    'stages that lead only to each other',
    'error CYC-01 /stages/one',
    loop({
      look: look([{ to: 'one', guard: 'result.text = "bad"' }, { to: 'done' }]),
      one: wait('P1D', 'two'),
      two: wait('P1D', 'one'),
    }),
  ),
  faulty(
    'a parallel stage of which one part never ends',
    'error CYC-01 /stages/both/stages/round/stages/a',
    loop({
      look: look([{ to: 'both', guard: 'result.text = "bad"' }, { to: 'done' }]),
      both: {
        type: 'parallel',
        stages: {
          task: part('task', task('manager', 'goals')),
          round: { initial: 'a', stages: { a: wait('P1D', 'b'), b: wait('P1D', 'a') } },
        },
        onDone: [{ to: 'done' }],
      },
    }),
  ),
];

const waiting: Faulty[] = [
  faulty(
    'a stage without any way out',
    'error CYC-02 /stages/stuck',
    loop({ look: look([{ to: 'stuck', guard: 'result.text = "bad"' }, { to: 'done' }]), stuck: {} }),
  ),
  faulty(
    'a stage that only another system leads out of',
    'error CYC-02 /stages/work',
    loop({ work: { on: { 'sensor.rang': [{ to: 'look' }] } } }),
  ),
  faulty(
    'a task without a due time',
    'error CYC-02 /stages/look',
    loop({ look: step('look', { title: 'Look', assignee: 'manager', form: 'feedback' }, 'done') }),
  ),
  faulty(
    'a task that nobody else hears of when it is overdue',
    'warning CYC-02 /stages/look',
    loop({
      look: step('look', { title: 'Look', assignee: 'manager', form: 'feedback', due: '5bd' }, 'done'),
    }),
  ),
];

/** A choice by a table that looks at the outcome; the last rule may leave something out. */
const byTable = (last: string, guards: string[], output: object = {}): Cycle =>
  cycle(
    {
      choose: {
        entry: [{ do: 'appraise' }],
        always: guards.map((guard) => ({ to: 'done', guard })),
      },
      done: end('met'),
    },
    {
      decisions: {
        what: {
          logic: {
            kind: 'table',
            inputs: [{ expression: 'outcome', type: 'string' }],
            outputs: [{ type: 'string', ...output }],
            rules: [
              { when: ['"below"'], give: ['"help"'] },
              { when: [last], give: ['"none"'] },
            ],
          },
        },
      },
    },
  );

const decisions: Faulty[] = [
  faulty(
    'a choice that leaves out what the default of a table gives',
    'error CYC-03 /stages/choose/always/1',
    byTable('"meets"', ['what = "help"', 'what = "none"'], { default: '"reward"' }),
    { example: { what: 'reward' } },
  ),
  faulty(
    'a choice by a table that gives nothing before there is an outcome',
    'error CYC-03 /stages/choose/always/1',
    byTable('"meets", "exceeds"', ['what = "help"', 'what = "none"']),
    { example: { what: null } },
  ),
  faulty(
    'a choice without an else where the plan is stuck',
    'error CYC-03 /stages/choose/always/1',
    loop({
      look: look([{ to: 'choose' }]),
      choose: {
        always: [
          { to: 'done', guard: 'score >= 100' },
          { to: 'help', guard: 'score < 100' },
        ],
      },
      help: wait('P1D', 'done'),
    }),
    { example: { score: null } },
  ),
  faulty(
    'a task that nobody can complete at one score, whatever its form says',
    'error CYC-03 /stages/look/on/task.look.completed/1',
    loop({
      look: look([
        { to: 'help', guard: 'score < 100' },
        { to: 'done', guard: 'score > 100 or score = null' },
      ]),
      help: wait('P1D', 'done'),
    }),
    { example: { score: 100 } },
  ),
  faulty(
    'a task of which one answer alone is open at any count',
    'error CYC-03 /stages/look/on/task.look.completed/1',
    loop({
      look: step('look', task('manager', 'plan-agreement'), [
        { to: 'work', guard: 'result.decision = "returned" and round < 2', do: [nextRound] },
        { to: 'done', guard: 'result.decision = "agreed" and round < 2' },
      ]),
    }),
    { example: { round: 2 } },
  ),
  faulty(
    'a task that nobody can complete for some time, until another way out is taken',
    'warning CYC-03 /stages/look/on/task.look.completed/0',
    loop({ look: look([{ to: 'done', guard: 'round > 1' }], wait('P1M', 'done')) }),
    { example: { round: 0 } },
  ),
  faulty(
    'a choice by what a text contains that may not be there',
    'error CYC-03 /stages/choose/always/1',
    loop({
      look: look([{ to: 'choose' }]),
      choose: {
        always: [
          { to: 'help', guard: 'contains(component.parentId, "north")' },
          { to: 'done', guard: 'not(contains(component.parentId, "north"))' },
        ],
      },
      help: wait('P1D', 'done'),
    }),
  ),
  faulty(
    'an end of the inside without an else',
    'error CYC-03 /stages/box/onDone/0',
    loop({
      look: look([{ to: 'box' }]),
      box: { ...part('boxed', task('manager', 'feedback')), onDone: [{ to: 'done', guard: 'round > 1' }] },
    }),
    { example: { round: 0 } },
  ),
  faulty(
    'a timer that is spent when its guard does not hold',
    'error CYC-03 /stages/work/after/0',
    loop({ work: { after: [{ delay: 'P1M', to: 'look', guard: 'round > 1' }] } }),
    { example: { round: 0 } },
  ),
  faulty(
    'an outcome whose guard may not hold',
    'error CYC-03 /stages/decide/on/outcome.meets/0',
    review({
      decide: {
        ...reviewStages.decide,
        on: { ...reviewStages.decide.on, 'outcome.meets': [{ to: 'thank', guard: 'coverage > 0.5' }] },
      },
    }),
    { example: { coverage: 0 } },
  ),
  faulty(
    'an outcome that no transition waits for',
    'error CYC-03 /stages/decide/entry/0',
    review({
      decide: {
        ...reviewStages.decide,
        on: {
          'outcome.below': [{ to: 'help' }],
          'outcome.meets': [{ to: 'thank' }],
          'outcome.not-scored': [{ to: 'met' }],
        },
      },
    }),
  ),
  faulty(
    'two timers that fire at once',
    'error CYC-03 /stages/work/after/1',
    loop({
      work: {
        after: [
          { delay: 'P1M', to: 'look' },
          { delay: 'P1M', to: 'done' },
        ],
      },
    }),
    { example: {} },
  ),
  faulty(
    'a branch behind one without a guard',
    'warning CYC-03 /stages/look/on/task.look.completed/1',
    loop({ look: look([{ to: 'done' }, { to: 'work' }]) }),
  ),
  faulty(
    'a branch whose guard cannot hold',
    'warning CYC-03 /stages/look/on/task.look.completed/0',
    loop({ look: look([{ to: 'work', guard: 'round < 2 and round > 2' }, { to: 'done' }]) }),
  ),
  faulty(
    'a branch that the ones before it cover',
    'warning CYC-03 /stages/look/on/task.look.completed/2',
    loop({
      look: look([
        { to: 'work', guard: 'round < 3', do: [nextRound] },
        { to: 'done', guard: 'round >= 3' },
        { to: 'done', do: [{ do: 'emit', event: 'never.sent' }] },
      ]),
    }),
  ),
  faulty(
    'an event of another system that is lost when no guard holds',
    'warning CYC-03 /stages/work/on/order.came/1',
    loop({
      work: {
        ...wait('P1M', 'look'),
        on: {
          'order.came': [
            { to: 'look', guard: 'round > 3' },
            { to: 'done', guard: 'round < 2' },
          ],
        },
      },
    }),
    { example: { round: 2 } },
  ),
];

const boundless: Faulty[] = [
  faulty(
    'a loop that nobody counts',
    'error CYC-04 /stages/work',
    loop({ look: look([{ to: 'work', guard: 'result.text = "again"' }, { to: 'done' }]) }),
    {
      round: ['/stages/work/after/0', `${lookPlace}/0`],
    },
  ),
  faulty(
    'a loop with a guard on a round that stays the same',
    'error CYC-04 /stages/work',
    loop({ look: look([{ to: 'work', guard: 'round < 4' }, { to: 'done' }]) }),
  ),
  faulty(
    'a loop whose counter is set back on the way',
    'error CYC-04 /stages/work',
    loop(
      {
        work: wait('P1M', 'look', { entry: [{ do: 'set', variable: 'tries', value: '0' }] }),
        look: look([{ to: 'work', guard: 'tries < 3', do: [count('tries')] }, { to: 'done' }]),
      },
      { variables: { tries: 0 } },
    ),
  ),
  faulty(
    'a loop whose counter is left out sometimes',
    'error CYC-04 /stages/work',
    loop(
      {
        look: look([
          { to: 'work', guard: 'tries < 3', do: [{ ...count('tries'), guard: 'result.text = "bad"' }] },
          { to: 'done' },
        ]),
      },
      { variables: { tries: 0 } },
    ),
  ),
  faulty(
    'a loop whose counter is set back where its stages begin',
    'error CYC-04 /stages/box/stages/work',
    cycle(
      {
        box: {
          initial: 'work',
          begin: { do: [{ do: 'set', variable: 'tries', value: '0' }] },
          stages: {
            work: wait('P1M', 'look'),
            look: look([{ to: 'box', guard: 'tries < 3', do: [count('tries')] }, { to: 'done' }]),
          },
        },
        done: end('met'),
      },
      { variables: { tries: 0 } },
    ),
  ),
  faulty(
    'a loop of events that the cycle itself raises later',
    'error CYC-04 /stages/work',
    loop({
      work: {
        entry: [{ do: 'raise', event: 'month.over', delay: 'P1M' }],
        on: { 'month.over': [{ to: 'work' }], 'work.finished': [{ to: 'look' }] },
      },
      look: look([{ to: 'done' }]),
    }),
    { round: ['/stages/work/on/month.over/0'] },
  ),
  faulty(
    'a loop that a pattern hears, whatever the task is called',
    'error CYC-04 /stages/work',
    loop({
      work: wait('P1M', 'look'),
      look: {
        tasks: { look: task('manager', 'feedback') },
        on: { 'task.look.*': [{ to: 'done', guard: 'round > 5' }, { to: 'work' }] },
      },
    }),
  ),
  faulty(
    'a loop inside a stage whose timer another stage hears first',
    'error CYC-04 /stages/box/stages/a',
    loop({
      look: look([{ to: 'box' }]),
      box: {
        initial: 'a',
        after: [{ id: 'box-time', delay: 'P2M', to: 'done' }],
        stages: {
          a: { ...wait('P1D', 'b'), on: { 'timer.box-time': [{}] } },
          b: { ...wait('P1D', 'a'), on: { 'box.closed': [{ to: 'done' }] } },
        },
      },
    }),
  ),
  faulty(
    'a loop that counts away from its limit',
    'error CYC-04 /stages/work',
    loop(
      { look: look([{ to: 'work', guard: 'tries > 3', do: [count('tries')] }, { to: 'done' }]) },
      { variables: { tries: 5 } },
    ),
  ),
  faulty(
    'a loop whose limit moves as well',
    'error CYC-04 /stages/work',
    loop(
      {
        look: look([
          { to: 'work', guard: 'tries < limit', do: [count('tries'), count('limit')] },
          { to: 'done' },
        ]),
      },
      { variables: { tries: 0, limit: 3 } },
    ),
  ),
  faulty(
    'a loop whose counter may be nothing at all',
    'error CYC-04 /stages/work',
    loop(
      {
        look: look([
          { to: 'done', guard: 'tries >= 3' },
          { to: 'work', do: [count('tries')] },
        ]),
      },
      { variables: { tries: null } },
    ),
  ),
  faulty(
    'a loop with one way past its counter',
    'error CYC-04 /stages/work',
    loop({
      look: look([
        { to: 'work', guard: 'round < 4', do: [nextRound] },
        { to: 'short', guard: 'result.text = "short"' },
        { to: 'done' },
      ]),
      short: wait('P1D', 'work'),
    }),
    { round: ['/stages/work/after/0', `${lookPlace}/1`, '/stages/short/after/0'] },
  ),
  faulty(
    'a loop inside a stage whose timer is put off on the way',
    'error CYC-04 /stages/box/stages/a',
    loop({
      look: look([{ to: 'box' }]),
      box: {
        initial: 'a',
        after: [{ id: 'box-time', delay: 'P2M', to: 'done' }],
        stages: {
          a: wait('P1D', 'b'),
          b: wait('P1D', 'a', { entry: [{ do: 'reschedule', timer: 'box-time', delay: 'P2M' }] }),
        },
      },
    }),
  ),
  faulty(
    'a loop that leaves and enters the stage whose timer should end it',
    'error CYC-04 /stages/box/stages/a',
    loop({
      look: look([{ to: 'box' }]),
      box: {
        initial: 'a',
        after: [{ delay: 'P2M', to: 'done' }],
        stages: { a: { after: [{ delay: 'P1D', to: 'box' }] } },
      },
    }),
  ),
  faulty(
    'a loop that runs by itself',
    'error CYC-04 /stages/a/always/0',
    cycle({
      a: { always: [{ to: 'b' }] },
      b: { always: [{ to: 'done', guard: 'round > 3' }, { to: 'a' }] },
      done: end('met'),
    }),
    { round: ['/stages/a/always/0', '/stages/b/always/1'] },
  ),
  faulty(
    'a loop of an event that the stage raises itself',
    'error CYC-04 /stages/a/on/again/0',
    cycle({
      a: {
        entry: [{ do: 'raise', event: 'again' }],
        on: { again: [{ to: 'a' }], stopped: [{ to: 'done' }] },
      },
      done: end('met'),
    }),
  ),
  faulty(
    'a loop of rewards and interventions with a bound on one of the two',
    'error CYC-04 /stages/work',
    review({
      thank: step('approve', task('sponsor', 'reward'), 'work'),
      help: step(
        'analyse',
        task('manager', 'intervention'),
        [{ to: 'work', guard: 'round < 4', do: [nextRound] }, { to: 'met' }],
        { kind: 'intervene' },
      ),
    }),
  ),
  faulty(
    'a task that is given back without end',
    'warning CYC-04 /stages/look',
    loop({ look: look([{ to: 'done', guard: 'result.text = "yes"' }, { to: 'look' }]) }),
    { round: [`${lookPlace}/1`] },
  ),
];

const together: Faulty[] = [
  faulty(
    'a part that nothing begins with, since the parts are entered further on',
    'error CYC-01 /stages/both/stages/a/stages/a-open',
    cycle({
      start: {
        ...wait('P1M', 'a-done', { after: [{ delay: 'P1M', to: 'a-done', also: ['b-open'] }] }),
      },
      both: {
        type: 'parallel',
        stages: { a: part('a', task('manager', 'feedback')), b: part('b', task('owner', 'feedback')) },
        onDone: [{ to: 'done' }],
      },
      done: end('met'),
    }),
  ),
];

const confidential: Faulty[] = [
  faulty(
    'a message that tells the owner the rating at once',
    'error CYC-05 /stages/rate/on/task.rate.completed/0/do/0/message',
    review({
      rate: step('rate', task('manager', 'appraisal'), [
        { to: 'calibrate', do: [{ do: 'notify', to: 'owner', message: 'You are {{ result.methods }}' }] },
      ]),
    }),
  ),
  faulty(
    'a message that tells the owner a rating by way of a variable',
    'error CYC-05 /stages/calibrate/entry/0/message',
    review(
      {
        rate: step('rate', task('manager', 'appraisal'), [
          { to: 'calibrate', do: [{ do: 'set', variable: 'view', value: 'result.methods' }] },
        ]),
        calibrate: {
          ...reviewStages.calibrate,
          entry: [{ do: 'notify', to: 'owner', message: 'So far: {{ view }}' }],
        },
      },
      { variables: { view: 'meets' } },
    ),
  ),
  faulty(
    'a signature that is asked for before the release',
    'error CYC-05 /stages/early/tasks/sign-early',
    review({
      rate: step('rate', task('manager', 'appraisal'), 'early'),
      early: step('sign-early', task('owner', 'acknowledgement'), 'calibrate'),
    }),
  ),
  faulty(
    'a signature where no stage ever releases',
    'warning CYC-05 /stages/sign/tasks/sign',
    cycle(
      {
        plan: step('accept', task('owner', 'acknowledgement'), 'work'),
        work: wait('P3M', 'rate'),
        rate: step('rate', task('manager', 'appraisal'), 'sign'),
        sign: step('sign', task('owner', 'acknowledgement'), 'met'),
        met: end('met'),
      },
      { scale, retention: { drafts: 'P90D' } },
    ),
  ),
  faulty(
    'a message to the owner with the raw answers of peers',
    'error CYC-05 /stages/ask/on/task.ask.completed/0/do/0/message',
    loop(
      {
        work: wait('P1M', 'ask'),
        ask: step(
          'ask',
          task('peers(5)', 'feedback', { raters: { group: 'peer', threshold: 3, expected: 5 } }),
          [{ to: 'look', do: [{ do: 'notify', to: 'owner', message: '{{ result.text }}' }] }],
        ),
      },
      { retention: { answers: 'P90D' } },
    ),
  ),
];

// A rating by peers counts as one as well: nothing says that it was released.
const people: Faulty[] = [
  faulty(
    'a role that nobody can have',
    'error CYC-06 /stages/look/tasks/look/assignee',
    loop({ look: step('look', task('role:legal', 'feedback'), 'done') }),
  ),
  faulty(
    'an escalation to a role that nobody can have',
    'error CYC-06 /stages/look/tasks/look/escalate/0/to',
    loop({
      look: step(
        'look',
        task('manager', 'feedback', { escalate: [{ after: '1bd', to: 'role:board' }] }),
        'done',
      ),
    }),
  ),
  faulty(
    'peers of an only child, and nobody else',
    'warning CYC-06 /stages/look/tasks/look/assignee',
    loop({
      look: step('look', task('peers(2)', 'goals', { escalate: [{ after: '1bd', to: 'peers(5)' }] }), 'done'),
    }),
  ),
  faulty(
    'a manager two levels up whom the top does not have',
    'warning CYC-06 /stages/look/tasks/look/assignee',
    loop({
      look: step(
        'look',
        task('manager.manager', 'goals', { escalate: [{ after: '1bd', to: 'manager.manager' }] }),
        'done',
      ),
    }),
  ),
  faulty(
    'a manager who is missing at the top of the organisation',
    'error CYC-06 /stages/look/tasks/look/assignee',
    loop(
      {
        look: step(
          'look',
          task('manager', 'goals', { escalate: [{ after: '1bd', to: 'manager.manager' }] }),
          'done',
        ),
      },
      { subjects: ['organisation'] },
    ),
    { context: { organisation: smallOffice } },
  ),
  faulty(
    'peers whom a department of its own kind does not have',
    'error CYC-06 /stages/look/tasks/look/assignee',
    loop(
      {
        look: step(
          'look',
          task('peers(2)', 'goals', { escalate: [{ after: '1bd', to: 'peers(3)' }] }),
          'done',
        ),
      },
      { subjects: ['department'] },
    ),
    { context: { organisation: smallOffice } },
  ),
  faulty(
    'peers whom a department of its own kind does not have, where time leads on without them',
    'warning CYC-06 /stages/look/tasks/look/assignee',
    loop(
      {
        look: step(
          'look',
          task('peers(2)', 'goals', { escalate: [{ after: '1bd', to: 'peers(3)' }] }),
          'done',
          wait('P20D', 'done'),
        ),
      },
      { subjects: ['department'] },
    ),
    { context: { organisation: smallOffice } },
  ),
  faulty(
    'a vacant role in the organisation',
    'error CYC-06 /stages/look/tasks/look/assignee',
    loop(
      {
        look: step(
          'look',
          task('role:designer', 'goals', { escalate: [{ after: '1bd', to: 'role:designer' }] }),
          'done',
        ),
      },
      { subjects: ['team'] },
    ),
    { context: { organisation: smallOffice } },
  ),
  faulty(
    'a vacant post that nobody stands above, and that is only asked for once it is late',
    'warning CYC-06 /stages/look/tasks/look/assignee',
    loop({ look: step('look', task('owner', 'goals'), 'done') }, { subjects: ['process'] }),
    {
      context: {
        organisation: {
          ...smallOffice,
          components: smallOffice.components
            .filter(({ kind }) => kind === 'process')
            .map((component) => ({ ...component, parentId: null, managerId: null })),
        },
      },
    },
  ),
  faulty(
    'a manager who is missing where the cycle may never go',
    'warning CYC-06 /stages/look/tasks/look/assignee',
    loop({
      look: step(
        'look',
        task('manager', 'goals', { escalate: [{ after: '1bd', to: 'manager.manager' }] }),
        'done',
      ),
    }),
    {
      context: {
        organisation: {
          ...smallOffice,
          components: smallOffice.components.filter(({ kind }) => kind !== 'process'),
        },
      },
    },
  ),
  faulty(
    'an owner who appraises their own results',
    'error CYC-07 /stages/rate/tasks/rate/assignee',
    review({ rate: step('rate', task('owner', 'appraisal'), 'calibrate') }),
  ),
  faulty(
    'an appraisal that is passed to the owner when it is late',
    'error CYC-07 /stages/rate/tasks/rate/escalate/0/to',
    review({
      rate: step(
        'rate',
        task('manager', 'appraisal', { escalate: [{ after: '1bd', to: 'owner' }] }),
        'calibrate',
      ),
    }),
  ),
  faulty(
    'an owner who decides on their own appeal',
    'error CYC-07 /stages/objection/tasks/hear/assignee',
    review({ objection: step('hear', task('owner', 'calibration', { purpose: 'appeal' }), 'decide') }),
  ),
  faulty(
    'a manager who calibrates alone',
    'error CYC-07 /stages/calibrate/tasks/calibrate/assignee',
    review({ calibrate: step('calibrate', task('manager', 'calibration'), 'share') }),
  ),
  faulty(
    'a component that is managed by its own owner',
    'error CYC-07 /stages/rate/tasks/rate/assignee',
    review({}, { subjects: ['project'] }),
    { context: { organisation: smallOffice } },
  ),
];

const process: Faulty[] = [
  faulty('half a year without a word', 'warning CYC-08 /stages/work', loop({ work: wait('P6M', 'look') })),
  faulty(
    'two quiet quarters in a row',
    'warning CYC-08 /stages/work',
    loop({ work: wait('P3M', 'more'), more: wait('P3M', 'look') }),
  ),
  faulty(
    'a rating that comes without the plan being known',
    'warning CYC-09 /stages/rate/tasks/rate',
    review({ plan: step('draft', task('manager', 'goals'), 'work') }),
  ),
  faulty(
    'a rating that comes too soon',
    'warning CYC-09 /stages/rate/tasks/rate',
    review({ work: { kind: 'observe', ...wait('P1M', 'self') } }),
  ),
  faulty(
    'a reward for which nobody was asked to sign',
    'warning CYC-10 /stages/thank/on/task.approve.completed/0/do/0',
    review({
      share: { ...wait('10bd', 'decide'), on: { 'objection.raised': [{ to: 'objection' }] }, released: true },
      objection: step('hear', task('owner', 'feedback', { purpose: 'dispute' }), 'decide'),
    }),
  ),
  faulty(
    'a reward that nobody can dispute',
    'warning CYC-10 /stages/thank/on/task.approve.completed/0/do/0',
    review({
      share: step('sign', task('owner', 'acknowledgement'), 'decide', { released: true }),
      objection: undefined,
    }),
  ),
  faulty(
    'a window for a dispute of two days',
    'warning CYC-10 /stages/thank/on/task.approve.completed/0/do/0',
    review({ share: { ...reviewStages.share, ...wait('2bd', 'decide') } }),
  ),
  faulty(
    'four reminders in a week',
    'warning CYC-11 /stages/look/tasks/look/remind',
    loop({
      look: step('look', task('manager', 'goals', { remind: ['-4bd', '-3bd', '-2bd', '-1bd'] }), 'done'),
    }),
  ),
  faulty(
    'a first reminder when it is late',
    'warning CYC-11 /stages/look/tasks/look/remind',
    loop({ look: step('look', task('manager', 'goals', { remind: ['P1D'] }), 'done') }),
  ),
  faulty(
    'a self-review beside the rating',
    'warning CYC-12 /stages/both/stages/self/stages/self-review-open/tasks/self-review',
    review({
      work: { kind: 'observe', ...wait('P3M', 'both'), on: { 'feedback.received': [{}] } },
      both: {
        type: 'parallel',
        stages: {
          self: part('self-review', task('owner', 'self-appraisal')),
          boss: part('rate', task('manager', 'appraisal')),
        },
        onDone: [{ to: 'calibrate' }],
      },
      self: undefined,
      rate: undefined,
    }),
  ),
  faulty(
    'a self-review after the rating',
    'warning CYC-12 /stages/self/tasks/self-review',
    review({
      work: { kind: 'observe', ...wait('P3M', 'rate'), on: { 'feedback.received': [{}] } },
      rate: step('rate', task('manager', 'appraisal'), 'self'),
      self: step('self-review', task('owner', 'self-appraisal'), 'calibrate'),
    }),
  ),
  faulty(
    'a calibration after the release',
    'warning CYC-13 /stages/calibrate/tasks/calibrate',
    review({
      rate: step('rate', task('manager', 'appraisal'), 'told'),
      told: wait('5bd', 'calibrate', { released: true }),
    }),
  ),
  faulty(
    'a calibration that needs no reason',
    'warning CYC-13 /stages/calibrate/tasks/calibrate/form',
    review({
      calibrate: step(
        'calibrate',
        task('role:hr', ownForm({ outcome: { type: 'string', enum: ['below', 'meets', 'exceeds'] } }), {
          purpose: 'calibration',
        }),
        'share',
      ),
    }),
  ),
  faulty(
    'a reward before the release',
    'warning CYC-14 /stages/calibrate/on/task.calibrate.completed/0/do/0',
    review(
      {
        calibrate: step('calibrate', task('role:hr', 'calibration'), [
          { to: 'share', do: [{ do: 'reward', title: 'Early thanks' }] },
        ]),
        rate: step('rate', task('manager', 'appraisal'), 'open'),
        open: step('object', task('owner', 'feedback', { purpose: 'dispute' }), 'prove'),
        prove: step('prove', task('manager', 'goals'), 'calibrate'),
        plan: reviewStages.plan,
      },
      { accepts: { 'CYC-10': 'The signature is asked for at the release, after the calibration.' } },
    ),
  ),
  faulty(
    'a reward that may come before the window for a dispute',
    'warning CYC-14 /stages/thank/on/task.approve.completed/0/do/0',
    review({
      share: step(
        'sign',
        task('owner', 'acknowledgement'),
        [{ to: 'decide', guard: 'result.decision = "signed"' }, { to: 'window' }],
        { released: true },
      ),
      window: step('object', task('owner', 'feedback', { purpose: 'dispute' }), 'decide'),
      objection: undefined,
    }),
  ),
  faulty(
    'a reward with a key that is another each time',
    'warning CYC-14 /stages/thank/on/task.approve.completed/0/do/0/key',
    review({
      thank: step('approve', task('sponsor', 'reward'), [
        {
          to: 'met',
          guard: 'result.decision = "approved"',
          do: [{ do: 'reward', title: 'Thanks', key: 'string(now)' }],
        },
        { to: 'met' },
      ]),
    }),
  ),
  faulty(
    'results below that lead to the end',
    'warning CYC-15 /stages/decide/on/outcome.below/0/to',
    review({
      decide: {
        ...reviewStages.decide,
        on: {
          ...reviewStages.decide.on,
          'outcome.below': [{ to: 'met' }],
          'outcome.not-scored': [{ to: 'help' }],
        },
      },
    }),
  ),
  faulty(
    'a guard that leads results below to the end',
    'warning CYC-15 /stages/decide/always/0/to',
    review({
      decide: {
        entry: [{ do: 'appraise' }],
        always: [
          { to: 'met', guard: 'outcome = "below"' },
          { to: 'help', guard: 'outcome = null' },
          { to: 'thank' },
        ],
      },
    }),
  ),
  faulty(
    'a deadline that falls on a weekend',
    'warning CYC-16 /stages/look/tasks/look/due',
    loop({ look: step('look', task('manager', 'goals', { due: 'P7D' }), 'done') }),
  ),
  faulty(
    'a week that holds more than a manager has',
    'warning CYC-16 /stages/look/tasks/look',
    loop(
      { look: step('look', task('manager', 'goals', { due: '5bd', minutes: 300 }), 'done') },
      { subjects: ['team'] },
    ),
    { context: { organisation: smallOffice } },
  ),
  faulty(
    'peers without a threshold',
    'warning CYC-17 /stages/look/tasks/look',
    loop({ look: step('look', task('peers(5)', 'feedback'), 'done') }, { retention: { answers: 'P90D' } }),
  ),
  faulty(
    'a threshold that hides nobody',
    'warning CYC-17 /stages/look/tasks/look/raters',
    loop(
      {
        look: step(
          'look',
          task('reports', 'feedback', { raters: { group: 'report', threshold: 2 } }),
          'done',
        ),
      },
      { retention: { answers: 'P90D' } },
    ),
  ),
  faulty(
    'a threshold that so few cannot reach',
    'warning CYC-17 /stages/look/tasks/look',
    loop(
      {
        look: step('look', task('peers(2)', 'feedback', { raters: { group: 'peer', threshold: 3 } }), 'done'),
      },
      { retention: { answers: 'P90D' } },
    ),
  ),
  faulty(
    'a quota on outcomes',
    'error CYC-18 /stages/calibrate/tasks/calibrate/distribution/forced',
    review({
      calibrate: step(
        'calibrate',
        task('role:hr', 'calibration', { distribution: { shares: { exceeds: 0.2 }, forced: true } }),
        'share',
      ),
    }),
  ),
  faulty(
    'a guard that makes a calibration keep a quota',
    'error CYC-18 /stages/calibrate/on/task.calibrate.completed/0/guard',
    review({
      calibrate: step('calibrate', task('role:hr', 'calibration'), [
        { to: 'share', guard: 'count(children[outcome = "exceeds"]) <= 2' },
        { to: 'share' },
      ]),
    }),
  ),
  faulty(
    'a rating that goes to other systems',
    'warning CYC-19 /stages/rate/on/task.rate.completed/0/do/0/data/view',
    review({
      rate: step('rate', task('manager', 'appraisal'), [
        {
          to: 'calibrate',
          do: [{ do: 'emit', event: 'rated', data: { id: 'component.id', view: 'result.methods' } }],
        },
      ]),
    }),
  ),
  faulty(
    'a score that goes to other systems',
    'warning CYC-19 /stages/met/entry/0/data/score',
    review({ met: { ...end('met'), entry: [{ do: 'emit', event: 'ended', data: { score: 'score' } }] } }),
  ),
  faulty(
    'nothing said of how long drafts are kept',
    'info CYC-20 /stages/rate/tasks/rate',
    review({}, { retention: undefined }),
  ),
  faulty(
    'nothing said of how long notes are kept',
    'info CYC-20 /retention',
    review({}, { retention: { drafts: 'P90D' } }),
  ),
  faulty(
    'notes kept for a span that cannot be read',
    'error CYC-20 /retention/notes',
    review({}, { retention: { drafts: 'P90D', notes: '2 weeks maybe' } }),
  ),
  faulty(
    'drafts kept until before the end of their plan',
    'error CYC-20 /retention/drafts',
    review({}, { retention: { drafts: '-P2D', notes: '60bd' } }),
  ),
  faulty(
    'ratings without a scale',
    'warning CYC-21 /stages/self/tasks/self-review',
    review({}, { scale: undefined }),
  ),
  faulty('a scale of two levels', 'warning CYC-21 /scale', review({}, { scale: scale.slice(0, 2) })),
  faulty(
    'a level that nobody can see',
    'warning CYC-21 /scale/1/anchor',
    review(
      {},
      { scale: scale.map((level, at) => (at === 1 ? { ...level, anchor: 'Does a good job.' } : level)) },
    ),
  ),
  faulty(
    'a level without an example',
    'warning CYC-21 /scale/2',
    review({}, { scale: scale.map((level, at) => (at === 2 ? { ...level, example: undefined } : level)) }),
  ),
  faulty(
    'a rating of one of seven',
    'warning CYC-21 /stages/rate/tasks/rate/form/properties/level/enum',
    review({
      rate: step(
        'rate',
        task(
          'manager',
          ownForm({ level: { type: 'integer', enum: [1, 2, 3, 4, 5, 6, 7] }, evidence: { type: 'string' } }, [
            'level',
            'evidence',
          ]),
          { purpose: 'appraisal' },
        ),
        'calibrate',
      ),
    }),
  ),
  faulty(
    'a rating that needs no evidence',
    'warning CYC-22 /stages/rate/tasks/rate/form',
    review({
      rate: step(
        'rate',
        task('manager', ownForm({ level: { type: 'integer', enum: [1, 2, 3, 4, 5] } }, ['level']), {
          purpose: 'appraisal',
        }),
        'calibrate',
      ),
    }),
  ),
];

const expressions: Faulty[] = [
  faulty(
    'a guard that is a number',
    'error DOC-expression /stages/look/on/task.look.completed/0/guard',
    loop({ look: look([{ to: 'done', guard: 'round + 1' }, { to: 'done' }]) }),
  ),
  faulty(
    'a field that the form does not have',
    'error DOC-expression /stages/look/on/task.look.completed/0/guard',
    loop({
      look: look([
        { to: 'done', guard: 'result.txet = "yes"' },
        { to: 'done', do: [{ do: 'notify', to: 'owner', message: 'Hello' }] },
      ]),
    }),
  ),
  faulty(
    'a number compared with text',
    'error DOC-expression /stages/look/on/task.look.completed/0/guard',
    loop({ look: look([{ to: 'work', guard: 'round < "4"', do: [nextRound] }, { to: 'done' }]) }),
  ),
  faulty(
    'a delay that is a truth',
    'error DOC-expression /stages/work/after/0/delay',
    loop({ work: wait('round > 1', 'look') }),
  ),
  faulty(
    'an assignee that is a number',
    'error DOC-expression /stages/look/tasks/look/assignee',
    loop({ look: step('look', task('round * 2', 'goals'), 'done') }),
  ),
  faulty(
    'a message with a name that there is not',
    'error DOC-expression /stages/work/entry/0/message',
    loop({
      work: wait('P1M', 'look', { entry: [{ do: 'notify', to: 'owner', message: 'Round {{ ruond }}' }] }),
    }),
  ),
  faulty(
    'a warning accepted that does not exist',
    'error DOC-accepts /accepts/CYC-99',
    loop({}, { accepts: { 'CYC-99': 'There is no such check at all.' } }),
  ),
];

export const faultyCycles: readonly Faulty[] = [
  ...reached,
  ...waiting,
  ...decisions,
  ...boundless,
  ...together,
  ...confidential,
  ...people,
  ...process,
  ...expressions,
];

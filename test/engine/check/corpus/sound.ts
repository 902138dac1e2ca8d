// Sound cycles: the samples, the twelve processes of the domain in small, and the ways in which loops, decisions,
// tasks and parallel stages can be right. None has an error; the warnings that one has are said.
import type { CheckContext, Cycle } from '../../../../engine/index.ts';
import { readCycle } from '../../../support/sample-cycles.ts';
import {
  count,
  cycle,
  end,
  loop,
  nextRound,
  ownForm,
  part,
  retention,
  review,
  reviewStages,
  scale,
  step,
  task,
  wait,
} from './build.ts';
import { smallOffice } from './office.ts';

export interface Sound {
  what: string;
  cycle: Cycle;
  context?: CheckContext;
  warns?: string[];
}

const cancel = { 'plan.cancelled': [{ to: 'cancelled' }] };
const decision = (...choices: string[]) =>
  ownForm({ decision: { type: 'string', enum: choices } }, ['decision']);

const annualAppraisal = cycle(
  {
    agree: step('agree', task('owner', 'plan-agreement'), [
      { to: 'year', guard: 'result.decision = "agreed"' },
      { to: 'agree', guard: 'returns < 2', do: [count('returns')] },
      { to: 'year' },
    ]),
    year: {
      kind: 'observe',
      type: 'parallel',
      after: [{ delay: 'period.end + duration("P1D")', to: 'self' }],
      stages: {
        talks: {
          initial: 'apart',
          stages: { apart: wait('P2M', 'talk'), talk: step('talk', task('manager', 'feedback'), 'apart') },
        },
        asked: {
          on: { 'feedback.received': [{ do: [{ do: 'notify', to: 'owner', message: 'Feedback came.' }] }] },
        },
      },
    },
    self: step('self', task('owner', 'self-appraisal'), 'views', wait('10bd', 'views')),
    views: {
      type: 'parallel',
      stages: {
        boss: part('rate', task('manager', 'appraisal')),
        round: part(
          'answer',
          task('peers(6)', 'feedback', { raters: { group: 'peer', threshold: 3 }, complete: 3 }),
          '15bd',
        ),
      },
      onDone: [{ to: 'calibrate' }],
    },
    calibrate: step(
      'calibrate',
      task('role:hr', 'calibration', { distribution: { shares: { exceeds: 0.2 }, forced: false } }),
      'share',
    ),
    share: step(
      'sign',
      task('owner', 'acknowledgement'),
      [{ to: 'open', guard: 'result.decision = "signed"' }, { to: 'appeal' }],
      { released: true, ...wait('10bd', 'open') },
    ),
    open: {
      ...step('object', task('owner', decision('none', 'object'), { purpose: 'dispute' }), [
        { to: 'appeal', guard: 'result.decision = "object"' },
        { to: 'pay' },
      ]),
      ...wait('10bd', 'pay'),
    },
    appeal: step('hear', task('role:hr', 'calibration', { purpose: 'appeal', due: '15bd' }), 'pay'),
    pay: {
      entry: [{ do: 'appraise' }],
      always: [
        { to: 'improve', guard: 'outcome = "below"' },
        { to: 'reward', guard: 'outcome in ("meets", "exceeds")' },
        { to: 'closed' },
      ],
    },
    reward: {
      entry: [
        { do: 'reward', title: 'Pay step' },
        { do: 'emit', event: 'pay.input', data: { id: 'component.id', band: 'outcome' } },
      ],
      always: [{ to: 'closed' }],
    },
    improve: {
      kind: 'intervene',
      entry: [{ do: 'start', cycle: 'improvement', for: 'component' }],
      always: [{ to: 'closed' }],
    },
    closed: end('met'),
    cancelled: end('cancelled'),
  },
  { variables: { returns: 0 }, subjects: ['employee'], scale, retention, on: cancel },
);

const improvementPlan = cycle(
  {
    draft: step('draft', task('manager', 'intervention'), 'notice'),
    notice: step('accept', task('owner', 'acknowledgement', { due: '2bd' }), 'active', wait('3bd', 'active')),
    active: {
      kind: 'observe',
      initial: 'week',
      after: [{ id: 'opportunity', delay: 'P90D', to: 'judge' }],
      stages: {
        week: wait('P7D', 'talk'),
        talk: step('talk', task('manager', 'feedback', { due: '2bd' }), 'week', wait('5bd', 'missed')),
        missed: {
          entry: [{ do: 'notify', to: 'role:hr', message: 'A talk was missed.' }],
          always: [{ to: 'week' }],
        },
      },
    },
    judge: step('judge', task('manager', decision('met', 'some', 'none')), [
      { to: 'succeeded', guard: 'result.decision = "met"' },
      {
        to: 'active',
        guard: 'result.decision = "some" and not(extended)',
        do: [{ do: 'set', variable: 'extended', value: 'true' }],
      },
      { to: 'proposal' },
    ]),
    proposal: {
      type: 'parallel',
      stages: {
        reply: part('reply', task('owner', 'feedback'), '10bd'),
        decide: part('decide', task('role:hr', decision('reassign', 'separate', 'withdraw'))),
      },
      onDone: [{ to: 'decided' }],
    },
    succeeded: end('met'),
    decided: end('stopped'),
  },
  { variables: { extended: false }, subjects: ['employee'] },
);

const slaReview = cycle(
  {
    watch: {
      after: [{ delay: 'period.end', to: 'closed' }],
      initial: 'quiet',
      kind: 'observe',
      stages: {
        quiet: {
          on: { 'sla.breached': [{ to: 'triage', guard: 'event.data.share > 0.05' }, {}] },
          ...wait('P1M', 'monthly'),
        },
        monthly: {
          entry: [{ do: 'appraise' }],
          on: {
            'outcome.below': [{ to: 'cause' }],
            'outcome.meets': [{ to: 'exchange' }],
            'outcome.exceeds': [{ to: 'exchange' }],
            'outcome.not-scored': [{ to: 'quiet' }],
          },
        },
        exchange: step('exchange', task('owner', 'feedback', { due: '5bd' }), 'quiet'),
        triage: step('triage', task('owner', decision('real', 'false')), [
          { to: 'cause', guard: 'result.decision = "real"' },
          { to: 'quiet' },
        ]),
        cause: step('why', task('owner', 'intervention', { due: '3bd' }), 'act'),
        act: step('act', task('sponsor', 'plan-agreement'), [
          { to: 'verify', guard: 'result.decision = "agreed"' },
          { to: 'cause', guard: 'tries < 3', do: [count('tries')] },
          { to: 'quiet' },
        ]),
        verify: { ...wait('P2M', 'monthly') },
      },
    },
    closed: end('reviewed'),
  },
  { variables: { tries: 0 }, subjects: ['process'] },
);

const scorecard = cycle(
  {
    collect: step('enter', task('owner', 'observation', { due: '5bd' }), 'score', wait('10bd', 'score')),
    score: {
      entry: [{ do: 'appraise' }],
      always: [{ to: 'review', guard: 'coverage >= 0.7' }, { to: 'next' }],
    },
    review: step('review', task('manager', 'intervention'), [
      { to: 'adjust', guard: 'result.cause = "standard"' },
      { to: 'next' },
    ]),
    adjust: step('approve', task('sponsor', 'plan-agreement'), 'next'),
    next: {
      always: [
        { to: 'year-end', guard: 'round >= 12' },
        { to: 'month', do: [nextRound] },
      ],
    },
    month: wait('P1M', 'collect'),
    'year-end': step('targets', task('owner', 'standards', { due: '15bd' }), 'closed'),
    closed: end('met'),
  },
  { subjects: ['department'] },
);

const salesQuota = cycle(
  {
    quota: step('sign', task('owner', 'acknowledgement'), 'open', wait('5bd', 'talk')),
    talk: step('talk', task('manager', 'feedback'), 'open'),
    open: {
      kind: 'observe',
      on: { 'deal.closed': [{ do: [{ do: 'appraise' }] }], 'deal.reversed': [{ do: [{ do: 'appraise' }] }] },
      after: [{ delay: 'period.end + duration("P3D")', to: 'window' }],
    },
    window: step(
      'check',
      task('owner', decision('fine', 'object'), { purpose: 'dispute', due: '5bd' }),
      [{ to: 'settle', guard: 'result.decision = "object"' }, { to: 'final' }],
      wait('5bd', 'final'),
    ),
    settle: step('settle', task('role:hr', 'feedback', { due: '3bd' }), 'final'),
    final: {
      entry: [{ do: 'appraise' }],
      on: {
        'outcome.below': [{ to: 'coach' }],
        'outcome.meets': [{ to: 'payout' }],
        'outcome.exceeds': [{ to: 'payout' }],
        'outcome.not-scored': [{ to: 'closed' }],
      },
    },
    payout: {
      entry: [{ do: 'reward', title: 'Commission', key: 'string(period.end)' }],
      always: [{ to: 'closed' }],
    },
    coach: step('coach', task('manager', 'intervention'), 'closed', { kind: 'intervene' }),
    closed: end('met'),
  },
  {
    subjects: ['employee', 'team'],
    accepts: { 'CYC-08': 'The period is a month, and each month ends with a check of the figures.' },
  },
);

const checkIn = cycle(
  {
    season: {
      after: [{ delay: 'period.end', to: 'digest' }],
      initial: 'idle',
      kind: 'observe',
      stages: {
        idle: wait('P14D', 'talk'),
        talk: {
          type: 'parallel',
          stages: {
            one: part('prepare', task('owner', 'feedback', { due: '5bd' })),
            other: part('answer', task('manager', 'feedback', { due: '5bd' })),
          },
          onDone: [{ to: 'idle', do: [{ do: 'set', variable: 'missed', value: '0' }] }],
          after: [{ delay: '8bd', to: 'missed-it' }],
        },
        'missed-it': {
          entry: [count('missed')],
          always: [
            { to: 'idle', guard: 'missed < 3' },
            {
              to: 'idle',
              do: [{ do: 'notify', to: 'manager.manager', message: 'Three talks were missed.' }],
            },
          ],
        },
      },
    },
    digest: {
      type: 'parallel',
      stages: {
        mine: part('mine', task('owner', 'feedback')),
        yours: part('yours', task('manager', 'feedback')),
      },
      onDone: [{ to: 'closed' }],
    },
    closed: end('reviewed'),
  },
  { variables: { missed: 0 }, subjects: ['employee'] },
);

const teamHealth = cycle(
  {
    survey: step(
      'answer',
      task('reports', 'feedback', { raters: { group: 'report', threshold: 4 }, due: '5bd' }),
      'weigh',
      wait('5bd', 'weigh'),
    ),
    weigh: {
      entry: [{ do: 'appraise' }],
      always: [{ to: 'small', guard: 'coverage < 0.5 or coverage = null' }, { to: 'readout' }],
    },
    small: {
      entry: [{ do: 'notify', to: 'owner', message: 'Too few answers to show any.' }],
      always: [{ to: 'pause' }],
    },
    readout: step('choose', task('owner', 'goals'), [
      { to: 'sponsor-talk', guard: 'score < 50' },
      { to: 'pause' },
    ]),
    'sponsor-talk': step('talk', task('sponsor', 'feedback', { due: '5bd' }), 'pause'),
    pause: wait('P30D', 'again'),
    again: { always: [{ to: 'survey', guard: 'round < 6', do: [nextRound] }, { to: 'lessons' }] },
    lessons: step('learn', task('owner', 'feedback'), 'archived'),
    archived: end('reviewed'),
  },
  { subjects: ['project', 'team'], retention: { answers: 'P90D' } },
);

const feedbackRound = cycle(
  {
    nominate: step('nominate', task('owner', 'feedback', { due: '5bd' }), 'approve'),
    approve: step(
      'approve',
      task('manager', 'plan-agreement', { due: '3bd' }),
      'collect',
      wait('3bd', 'collect'),
    ),
    collect: {
      type: 'parallel',
      stages: {
        peers: part(
          'peers',
          task('peers(8)', 'feedback', { raters: { group: 'peer', threshold: 3 } }),
          '10bd',
        ),
        below: part(
          'reports',
          task('reports', 'feedback', { raters: { group: 'report', threshold: 3 } }),
          '10bd',
        ),
      },
      onDone: [{ to: 'moderate' }],
      on: {
        'answers.missing': [
          { to: 'collect', guard: 'not(extended)', do: [{ do: 'set', variable: 'extended', value: 'true' }] },
        ],
      },
    },
    moderate: step('moderate', task('role:hr', 'feedback', { due: '3bd' }), 'debrief'),
    debrief: step('debrief', task('manager', 'feedback', { due: '15bd' }), 'pick', { released: true }),
    pick: step('pick', task('owner', 'goals'), 'later'),
    later: wait('P90D', 'pulse'),
    pulse: step(
      'pulse',
      task('peers(5)', 'feedback', { raters: { group: 'peer', threshold: 3 } }),
      'closed',
      wait('10bd', 'closed'),
    ),
    closed: end('met'),
  },
  { variables: { extended: false }, subjects: ['employee'], retention: { answers: 'P90D' } },
);

const midCycleChange = cycle(
  {
    running: {
      initial: 'work',
      on: {
        'component.manager-changed': [{ to: 'hand-over' }],
        'component.moved': [{ to: 'new-plan' }],
        'leave.started': [{ to: 'away' }],
      },
      stages: {
        work: { kind: 'observe', ...wait('P3M', 'closing'), on: { 'feedback.received': [{}] } },
        closing: step('close', task('manager', 'feedback'), 'closed'),
        back: { type: 'history', history: 'deep' },
      },
    },
    'hand-over': step('hand', task('manager', 'feedback', { due: '5bd' }), 'back'),
    'new-plan': step('accept', task('owner', 'acknowledgement'), 'back'),
    away: {
      on: { 'leave.ended': [{ to: 'again' }] },
      after: [{ delay: 'P90D', do: [{ do: 'notify', to: 'manager', message: 'Still away.' }] }],
    },
    again: step('again', task('owner', 'acknowledgement', { due: '5bd' }), 'back'),
    closed: end('met'),
    cancelled: end('cancelled'),
  },
  { on: cancel },
);

const domain: Sound[] = [
  { what: 'A organisation performance loop', cycle: readCycle('organisation-loop.cycle.json') },
  { what: 'B quarterly review of objectives', cycle: readCycle('quarterly-okr.cycle.json') },
  { what: 'C probation', cycle: readCycle('probation.cycle.json') },
  { what: 'D annual appraisal with calibration', cycle: annualAppraisal },
  { what: 'E improvement plan', cycle: improvementPlan },
  { what: 'F review of a process after a breach', cycle: slaReview },
  { what: 'G scorecard of a department', cycle: scorecard },
  {
    what: 'H sales quota',
    cycle: salesQuota,
  },
  { what: 'I continuous check-in', cycle: checkIn },
  { what: 'J health of a team', cycle: teamHealth },
  { what: 'K feedback from all sides', cycle: feedbackRound },
  { what: 'L change in the middle', cycle: midCycleChange },
];

const look = (branches: object[], given: object = {}) =>
  step('look', task('manager', 'feedback'), branches, given);

const loops: Sound[] = [
  { what: 'a loop that counts its rounds', cycle: loop() },
  {
    what: 'a loop that a branch before leaves',
    cycle: loop({
      look: look([
        { to: 'done', guard: 'round >= 4' },
        { to: 'work', do: [nextRound] },
      ]),
    }),
  },
  {
    what: 'a loop that counts down',
    cycle: loop(
      {
        look: look([
          { to: 'work', guard: 'left > 0', do: [{ do: 'set', variable: 'left', value: 'left - 1' }] },
          { to: 'done' },
        ]),
      },
      { variables: { left: 3 } },
    ),
  },
  {
    what: 'a loop whose limit a launch may set',
    cycle: loop(
      { look: look([{ to: 'work', guard: 'tries < most', do: [count('tries')] }, { to: 'done' }]) },
      { variables: { tries: 0, most: 3 } },
    ),
  },
  {
    what: 'a loop that counts in one place and asks in another',
    cycle: loop({
      work: wait('P1M', 'look', { entry: [nextRound] }),
      look: look([{ to: 'done', guard: 'round > 5' }, { to: 'work' }]),
    }),
  },
  {
    what: 'a loop until a day',
    cycle: loop({ look: look([{ to: 'work', guard: 'today < date("2031-01-01")' }, { to: 'done' }]) }),
  },
  {
    what: 'a loop until the period ends',
    cycle: loop({ look: look([{ to: 'done', guard: 'today >= period.end' }, { to: 'work' }]) }),
  },
  {
    what: 'a loop that a flag lets pass once',
    cycle: loop(
      {
        look: look([
          { to: 'work', guard: 'not(again)', do: [{ do: 'set', variable: 'again', value: 'true' }] },
          { to: 'done' },
        ]),
      },
      { variables: { again: false } },
    ),
  },
  {
    what: 'a loop inside a stage that ends in time',
    cycle: loop({
      look: look([{ to: 'box' }]),
      box: {
        initial: 'a',
        kind: 'observe',
        after: [{ delay: 'P2M', to: 'done' }],
        stages: { a: wait('P7D', 'b'), b: step('b', task('owner', 'observation'), 'a') },
      },
    }),
  },
  {
    what: 'a loop beside a clock',
    cycle: cycle({
      both: {
        type: 'parallel',
        kind: 'observe',
        stages: {
          clock: wait('P2M', 'done'),
          work: {
            initial: 'a',
            stages: { a: wait('P7D', 'b'), b: step('b', task('owner', 'observation'), 'a') },
          },
        },
      },
      done: end('met'),
    }),
  },
  {
    what: 'a loop that other systems drive',
    cycle: loop({
      look: look([{ to: 'done' }]),
      work: { ...wait('P1M', 'look'), on: { 'order.changed': [{ to: 'work' }] } },
    }),
  },
  {
    what: 'a loop in a loop, the inner one counted anew each time',
    cycle: loop(
      {
        work: wait('P7D', 'inner', { entry: [{ do: 'set', variable: 'tries', value: '0' }] }),
        inner: step('inner', task('owner', 'feedback'), [
          { to: 'inner-wait', guard: 'tries < 3', do: [count('tries')] },
          { to: 'look' },
        ]),
        'inner-wait': wait('P1D', 'inner'),
      },
      { variables: { tries: 0 } },
    ),
  },
];

const together: Sound[] = [
  {
    what: 'a counter set back by a history only while there is nothing to come back to',
    cycle: cycle(
      {
        box: {
          initial: 'work',
          stages: {
            work: wait('P1M', 'away'),
            back: {
              type: 'history',
              to: 'work',
              do: [{ do: 'set', variable: 'tries', value: '0' }],
            },
          },
        },
        away: {
          after: [
            { delay: 'P1M', to: 'back', guard: 'tries < 3', do: [count('tries')] },
            { delay: 'P2M', to: 'box', guard: 'tries < 3', do: [count('tries')] },
            { delay: 'P3M', to: 'done' },
          ],
        },
        done: end('met'),
      },
      { variables: { tries: 0 } },
    ),
  },
  {
    what: 'a loop whose counter counts where its stages begin',
    cycle: cycle(
      {
        box: {
          initial: 'work',
          begin: { do: [count('tries')] },
          stages: {
            work: wait('P1M', 'look'),
            look: step('look', task('manager', 'feedback'), [
              { to: 'box', guard: 'tries < 3' },
              { to: 'done' },
            ]),
          },
        },
        done: end('met'),
      },
      { variables: { tries: 0 } },
    ),
  },
  {
    what: 'a counter that now and then counts twice',
    cycle: loop(
      {
        look: step('look', task('manager', 'feedback'), [
          {
            to: 'work',
            guard: 'tries < 6',
            do: [count('tries'), { ...count('tries'), guard: 'result.text = "bad"' }],
          },
          { to: 'done' },
        ]),
      },
      { variables: { tries: 0 } },
    ),
  },
  {
    what: 'parts that are entered together, and one event that a pattern hears',
    cycle: cycle({
      start: {
        after: [{ delay: 'P1M', to: 'a-open', also: ['b-open'] }],
        on: { 'start.*': [{ to: 'a-open', also: ['b-done'] }] },
      },
      both: {
        type: 'parallel',
        stages: { a: part('a', task('manager', 'feedback')), b: part('b', task('owner', 'feedback')) },
        on: { 'done.state.both': [{ to: 'done' }] },
      },
      done: end('met'),
    }),
  },
  {
    what: 'a reminder that the stage raises later for itself',
    cycle: loop({
      work: {
        entry: [{ do: 'raise', event: 'half.over', delay: 'P14D', id: 'half' }],
        exit: [{ do: 'cancel', id: 'half' }],
        on: { 'half.over': [{ do: [{ do: 'notify', to: 'owner', message: 'Half of it is over.' }] }] },
        ...wait('P1M', 'look'),
      },
    }),
  },
];

/** What a table makes of the outcome, and a choice that waits for all that it can give. */
const byTable = (table: object, guards: string[], variables: object = {}): Cycle =>
  cycle(
    {
      choose: {
        entry: [{ do: 'appraise' }],
        always: guards.map((guard, place) => ({ to: place === 0 ? 'help' : 'done', guard })),
      },
      help: wait('P1D', 'done'),
      done: end('met'),
    },
    { variables, decisions: { what: { logic: { kind: 'table', ...table } } } },
  );
const outcomeInput = { expression: 'outcome', type: 'string' };
const threeWays = ['what = "help"', 'what = "reward"', 'what = "none"'];

const decisions: Sound[] = [
  {
    what: 'a choice by all that a table of first rules gives, with its default',
    cycle: byTable(
      {
        hit: 'F',
        inputs: [outcomeInput],
        outputs: [{ type: 'string', allowed: '"help", "reward", "none"', default: '"none"' }],
        rules: [
          { when: ['"below"'], give: ['"help"'] },
          { when: ['"exceeds"'], give: ['"reward"'] },
        ],
      },
      threeWays,
    ),
  },
  {
    what: 'a choice by a table of which one rule always matches, also without an outcome',
    cycle: byTable(
      {
        inputs: [outcomeInput],
        outputs: [{ type: 'string' }],
        rules: [
          { when: ['"below"'], give: ['"help"'] },
          { when: ['"exceeds"'], give: ['"reward"'] },
          { when: ['not("below", "exceeds")'], give: ['"none"'] },
        ],
      },
      threeWays,
    ),
  },
  {
    what: 'a choice by all outcomes and none',
    cycle: review({
      decide: {
        entry: [{ do: 'appraise' }],
        always: [
          { to: 'help', guard: 'outcome = "below"' },
          { to: 'thank', guard: 'outcome = "meets" or outcome = "exceeds"' },
          { to: 'met', guard: 'outcome = null' },
        ],
      },
    }),
  },
  {
    what: 'a form that is refused until its answer is another, or its day has come',
    cycle: loop({
      look: step('look', task('manager', 'plan-agreement'), [
        { to: 'work', guard: 'result.decision = "agreed" and round < 2', do: [nextRound] },
        { to: 'wait', guard: 'result.decision = "agreed"' },
      ]),
      wait: step('close', task('manager', 'feedback'), [{ to: 'done', guard: 'today >= period.end' }]),
    }),
  },
  {
    what: 'a choice by what a name contains and its opposite',
    cycle: loop({
      look: look([{ to: 'choose' }]),
      choose: {
        always: [
          { to: 'help', guard: 'contains(component.name, "North")' },
          { to: 'done', guard: 'not(contains(component.name, "North"))' },
        ],
      },
      help: wait('P1D', 'done'),
    }),
  },
  {
    what: 'a choice by the score and its lack',
    cycle: loop({
      look: look([{ to: 'choose' }]),
      choose: {
        entry: [{ do: 'appraise' }],
        on: { 'outcome.*': [{}] },
        always: [
          { to: 'help', guard: 'score < 100' },
          { to: 'done', guard: 'score >= 100' },
          { to: 'help', guard: 'score = null' },
        ],
      },
      help: wait('P1D', 'done'),
    }),
  },
  {
    what: 'a choice by a counter and its opposite',
    cycle: loop({
      look: look([{ to: 'choose' }]),
      choose: {
        always: [
          { to: 'work', guard: 'round < 3', do: [nextRound] },
          { to: 'done', guard: 'not(round < 3)' },
        ],
      },
    }),
  },
  {
    what: 'a choice by a flag',
    cycle: loop(
      {
        look: look([{ to: 'choose' }]),
        choose: {
          always: [
            { to: 'help', guard: 'urgent' },
            { to: 'done', guard: 'not(urgent)' },
          ],
        },
        help: wait('P1D', 'done'),
      },
      { variables: { urgent: false } },
    ),
  },
  {
    what: 'a choice by the answers that the form has',
    cycle: loop({
      look: step('look', task('manager', 'plan-agreement'), [
        { to: 'done', guard: 'result.decision = "agreed"' },
        { to: 'help', guard: 'result.decision = "returned"' },
      ]),
      help: wait('P1D', 'done'),
    }),
  },
  {
    what: 'a choice by ranges without a gap',
    cycle: loop({
      look: look([
        { to: 'work', guard: 'round < 9 and result.text = "more"', do: [nextRound] },
        { to: 'choose' },
      ]),
      choose: {
        always: [
          { to: 'done', guard: 'round in [0..3)' },
          { to: 'help', guard: 'round between 3 and 7' },
          { to: 'done', guard: 'round > 7' },
        ],
      },
      help: wait('P1D', 'done'),
    }),
  },
  {
    what: 'two timers, one after the other',
    cycle: loop({
      work: {
        after: [
          { delay: 'P1M', to: 'look', guard: 'round < 3' },
          { delay: 'P2M', to: 'done' },
        ],
      },
    }),
  },
];

const parts: Sound[] = [
  { what: 'a review with all that belongs to it', cycle: review() },
  {
    what: 'a review that a department runs',
    cycle: review({}, { subjects: ['team'] }),
    context: { organisation: smallOffice },
  },
  {
    what: 'sealed self-reviews beside the rating',
    cycle: review({
      work: { kind: 'observe', ...wait('P3M', 'both'), on: { 'feedback.received': [{}] } },
      both: {
        type: 'parallel',
        stages: {
          self: part('self-review', task('owner', 'self-appraisal', { sealed: true })),
          boss: part('rate', task('manager', 'appraisal')),
        },
        onDone: [{ to: 'calibrate' }],
      },
      self: undefined,
      rate: undefined,
    }),
  },
  {
    what: 'a manager who calibrates beside HR',
    cycle: review({
      calibrate: {
        type: 'parallel',
        stages: {
          boss: part('boss', task('manager', 'calibration')),
          hr: part('hr', task('role:hr', 'calibration')),
        },
        onDone: [{ to: 'share' }],
      },
    }),
  },
  {
    what: 'named feedback of peers',
    cycle: loop(
      {
        look: step('look', task('peers(2)', 'feedback', { raters: { group: 'peer', named: true } }), 'done'),
      },
      { retention: { answers: 'P90D' } },
    ),
  },
  {
    what: 'an own form that asks for a level and evidence',
    cycle: review({
      rate: step(
        'rate',
        task(
          'manager',
          ownForm({ level: { type: 'integer', enum: [1, 2, 3, 4, 5] }, evidence: { type: 'string' } }, [
            'level',
            'evidence',
          ]),
          { purpose: 'appraisal' },
        ),
        'calibrate',
      ),
    }),
  },
  {
    what: 'a short deadline that is accepted',
    cycle: loop(
      { look: step('look', task('manager', 'goals', { due: 'P7D' }), 'done') },
      { accepts: { 'CYC-16': 'The shop is open on all days of the week.' } },
    ),
  },
  {
    what: 'a stage that is left and come back to',
    cycle: loop({
      work: {
        initial: 'a',
        on: { 'leave.started': [{ to: 'away' }] },
        stages: { a: wait('P1M', 'look'), back: { type: 'history' } },
      },
      away: { on: { 'leave.ended': [{ to: 'back' }] }, ...wait('P3M', 'back') },
    }),
  },
  {
    what: 'a message to the owner once the rating is released',
    cycle: review(
      {
        share: {
          ...reviewStages.share,
          entry: [{ do: 'notify', to: 'owner', message: 'You can read it: {{ view }}' }],
        },
        rate: step('rate', task('manager', 'appraisal'), [
          { to: 'calibrate', do: [{ do: 'set', variable: 'view', value: 'result.methods' }] },
        ]),
      },
      { variables: { view: 'meets' } },
    ),
  },
  {
    what: 'work that a team has time for',
    cycle: loop(
      { look: step('look', task('manager', 'goals', { minutes: 60 }), 'done') },
      { subjects: ['team'] },
    ),
    context: { organisation: smallOffice },
  },
];

export const soundCycles: readonly Sound[] = [...domain, ...loops, ...together, ...decisions, ...parts];

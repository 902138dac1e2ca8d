// Small cycles that the server's tests run, each with just what its tests are about.
export const reviewCycle = {
  variables: { limit: 3 },
  initial: 'observe',
  stages: {
    observe: {
      kind: 'observe',
      after: [{ id: 'quarter', delay: 'P90D', to: 'review' }],
      on: {
        'period.closed': [{ to: 'review', guard: 'event.data.complete = true' }],
        'note.taken': [{ do: [{ do: 'set', variable: 'note', value: 'event.data.text' }] }],
        'broken.rule': [{ to: 'review', do: [{ do: 'set', variable: 'limit', value: 'limit + "x"' }] }],
      },
    },
    review: {
      kind: 'appraise',
      tasks: {
        'write-review': {
          title: 'Write the review',
          assignee: 'manager',
          form: 'appraisal',
          due: 'P10D',
          remind: ['-P2D'],
          escalate: [{ after: 'P3D', to: 'role:hr' }],
        },
      },
      on: { 'task.write-review.completed': [{ to: 'closed' }] },
    },
    closed: { type: 'final', outcome: 'met' },
  },
};

/** A counter: every event moves it, nothing is asked of anybody. */
export const counterCycle = {
  variables: { count: 0 },
  initial: 'counting',
  stages: {
    counting: {
      on: {
        'count.raised': [{ do: [{ do: 'set', variable: 'count', value: 'count + 1' }] }],
        'count.ended': [{ to: 'done' }],
      },
    },
    done: { type: 'final' },
  },
};

/** Its manager rates it, and it is over. */
export const ratingCycle = {
  initial: 'rating',
  stages: {
    rating: {
      kind: 'appraise',
      tasks: { rate: { title: 'Rate', assignee: 'manager', form: 'appraisal' } },
      on: { 'task.rate.completed': [{ to: 'done', do: [{ do: 'appraise', outcome: 'result.results' }] }] },
    },
    done: { type: 'final' },
  },
};

// The events that a subscription can hear of; a cycle's own come besides.
export const knownEvents = [
  'plan.started',
  'plan.moved',
  'plan.migrated',
  'plan.outcome',
  'plan.ended',
  'task.opened',
  'task.completed',
  'subscription.test',
];
export const eventPatterns = ['plan.*', 'task.*', '*'];

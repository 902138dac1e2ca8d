// What the address of the plans may carry: how they are shown, and what they are narrowed to.
import { fitting, isDay, isWhole, oneOf, texts } from './search-params.ts';

export const plansSearch = fitting(
  texts(
    'view',
    'cycle',
    'status',
    'outcome',
    'q',
    'launch',
    'sort',
    'stage',
    'version',
    'late',
    'stuck',
    'under',
    'manager',
    'owes',
    'kind',
    'from',
    'to',
    'methods',
    'dimension',
  ),
  {
    status: oneOf('active', 'ended', 'all'),
    outcome: oneOf('below', 'meets', 'exceeds'),
    version: isWhole,
    from: isDay,
    to: isDay,
    methods: oneOf('below', 'meets', 'exceeds'),
    dimension: oneOf('quantity', 'quality', 'cost', 'timeliness'),
  },
);

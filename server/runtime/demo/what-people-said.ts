// What the people of the sample organisation told each other, so that whoever looks around reads more than forms.
import type { NewFeedback } from '../feedback/give-feedback.ts';

export interface Told extends NewFeedback {
  by: string;
  /** How many days before today; a day such as 2023-03-14 where it belongs to the period that has been appraised. */
  on: number | string;
}

export const told: readonly Told[] = [
  {
    by: 'c311-commissioner',
    on: '2023-03-14',
    to: { componentId: 'dob' },
    visibility: 'plan',
    text: 'In February your inspectors answered 41 of the 46 calls that we passed on within the day. Please send us the five that stayed open each Friday, so that we can tell the callers.',
  },
  {
    by: 'dof-commissioner',
    on: '2023-05-09',
    to: { componentId: 'dob' },
    visibility: 'plan',
    goalId: 'dob-build',
    text: 'The list of new buildings came on 2 May, three weeks after the day that we agreed, and 60 tax bills went out late. What would help you to send it by the tenth?',
  },
  {
    by: 'parks-head',
    on: 19,
    to: { personId: 'demo-employee' },
    visibility: 'receiver',
    text: 'Your walk through the three playgrounds on Monday showed us the loose swing that two inspections had missed. Could you come along again in spring?',
  },
  {
    by: 'demo-admin',
    on: 11,
    to: { personId: 'demo-employee' },
    visibility: 'receiver',
    text: 'Your note on the samples of May answered all three questions of the auditors, and they left a day early. Thank you.',
  },
  {
    by: 'demo-manager',
    on: 4,
    to: { personId: 'demo-employee' },
    visibility: 'manager',
    text: 'Twelve reviews of last week went out within three days although two desks are empty. What would help you to keep that pace until they are filled?',
  },
  {
    by: 'demo-employee',
    on: 2,
    to: { personId: 'demo-manager' },
    visibility: 'receiver',
    text: 'The meeting on Monday moved twice this month, and two of us had come in for it. Could it stay at ten?',
  },
];

export const asked = {
  by: 'dob-head',
  on: 3,
  personId: 'demo-admin',
  question: 'Did the six inspectors who joined us in spring get what they needed in their first weeks?',
};

/** Who joins in on a reward that stands on the wall. */
export const glad = ['demo-employee', 'dep-head', 'c311-commissioner'];

/** In days from today. */
export const leave = {
  personId: 'dob-commissioner',
  substituteId: 'dob-head',
  from: 9,
  to: 22,
};

export const budget = { componentId: 'nyc', amount: 25_000, currency: 'USD' };

// GOAL-01, GOAL-07, GOAL-08: how the goals of one component stand beside each other.
import { grouped } from '../../model/grouped.ts';
import type { Problem } from '../../model/problem.ts';
import {
  finding,
  type GoalRecord,
  type GoalView,
  groupBy,
  isActive,
  isScored,
  type Placed,
} from './records.ts';

type Goals = readonly Placed<GoalRecord>[];

const few = 3;
const many = 5;
const most = 7;

function number(view: GoalView, goals: Goals): Problem[] {
  const [first] = goals;
  if (!first || (goals.length >= few && goals.length <= many)) return [];
  const name = view.components.get(first.record.componentId)?.name ?? first.record.componentId;
  const severity = goals.length > most ? 'warning' : 'info';
  const advice =
    goals.length > many ? 'Keep the ones that matter most.' : 'Ask whether that is all that counts.';
  const count = goals.length === 1 ? '1 goal' : `${grouped(goals.length)} goals`;
  return [
    finding(
      'GOAL-01',
      severity,
      first.place,
      `${name} has ${count}; three to five can be kept in mind. ${advice}`,
    ),
  ];
}

const crowded = (view: GoalView, goals: Goals): Problem[] =>
  goals.flatMap(({ record, place }) => {
    const measures = view.measuresOf(record.id).filter(isScored).length;
    if (measures <= many) return [];
    return [
      finding(
        'GOAL-01',
        'warning',
        place,
        `“${record.title}” has ${measures} measures; with more than five none of them steers. Keep the telling ones.`,
      ),
    ];
  });

const counterpart: Record<string, string> = {
  quantity: 'quality',
  quality: 'timeliness or cost',
  cost: 'quality',
  timeliness: 'quality',
};

function mixture(view: GoalView, goals: Goals): Problem[] {
  const measured = goals.filter(({ record }) => view.measuresOf(record.id).some(isScored));
  const [first] = measured;
  const dimension = first?.record.dimension;
  if (!first || !dimension || measured.length < 2) return [];
  if (measured.some(({ record }) => record.dimension !== dimension)) return [];
  const message = `All that is measured here is about ${dimension}: what is not measured will pay for it. Add a measure of ${counterpart[dimension]}.`;
  return [finding('GOAL-07', 'warning', `${first.place}/dimension`, message)];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function weights(goals: Goals): Problem[] {
  const total = goals.reduce((sum, { record }) => sum + record.priority, 0);
  if (goals.length < 2) return [];
  return goals.flatMap(({ record, place }) => {
    const share = record.priority / total;
    const say = (message: string) => [finding('GOAL-08', 'warning', `${place}/priority`, message)];
    if (share > 0.6)
      return say(`“${record.title}” weighs ${percent(share)}: the others hardly count. Keep it under 60 %.`);
    return share < 0.05
      ? say(`“${record.title}” weighs ${percent(share)}: it will not be worked on. Give it 5 %, or drop it.`)
      : [];
  });
}

const byComponent = ({ goals }: GoalView): Goals[] => [
  ...groupBy(goals.filter(isActive), ({ record }) => record.componentId).values(),
];

/** What no single goal is the reason of. */
export const checkTogether = (view: GoalView): Problem[] =>
  byComponent(view).flatMap((goals) => [...number(view, goals), ...mixture(view, goals)]);

export const checkBalance = (view: GoalView): Problem[] =>
  byComponent(view).flatMap((goals) => [
    ...number(view, goals),
    ...crowded(view, goals),
    ...mixture(view, goals),
    ...weights(goals),
  ]);

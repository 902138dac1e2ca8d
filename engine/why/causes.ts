// Which earlier step made a step possible: the one that opened its task, armed its timer, or entered
// the stage in which it was heard; or, when that was in another version, what took the plan to this one.
import { changesVersion } from '../migrate/stays.ts';
import type { Effect } from '../model/effect.ts';
import type { RecordedStep } from '../model/recorded-step.ts';
import { taskOf } from '../statechart/accepted-events.ts';
import { timerOf } from '../statechart/structure/event-names.ts';

const latest = (
  steps: readonly RecordedStep[],
  before: number,
  fits: (step: RecordedStep) => boolean,
): RecordedStep | null => steps.findLast((step) => step.revision < before && fits(step)) ?? null;

const asks =
  (fits: (effect: Effect) => boolean) =>
  ({ effects }: RecordedStep): boolean =>
    effects.some(fits);

/** The stages that the step left, or, when it left none, those in which it was heard. */
function stagesBefore(steps: readonly RecordedStep[], step: RecordedStep): readonly string[] {
  if (step.moves.left.length > 0) return step.moves.left;
  return latest(steps, step.revision, () => true)?.stage ?? [];
}

/** Where the step led; a migration leads to where stages go on under another name, too. */
export function enteredBy({ moves, event }: RecordedStep): string[] {
  const { stages } = event.data;
  if (!changesVersion(event) || !Array.isArray(stages)) return moves.entered;
  const names = stages.flatMap((one) =>
    typeof one === 'object' && one !== null && 'to' in one ? [String(one.to)] : [],
  );
  return [...moves.entered, ...names];
}

function entryBefore(steps: readonly RecordedStep[], step: RecordedStep): RecordedStep | null {
  const stages = stagesBefore(steps, step);
  const entered = latest(steps, step.revision, (one) =>
    enteredBy(one).some((stage) => stages.includes(stage)),
  );
  return entered ?? latest(steps, step.revision, () => true);
}

/** The step that asked for this one, or that brought the plan to where it could happen. */
function prompting(steps: readonly RecordedStep[], step: RecordedStep): RecordedStep | null {
  const { type, data } = step.event;
  const task = taskOf(type);
  const timer = timerOf(type);
  const opened =
    task === null
      ? null
      : latest(
          steps,
          step.revision,
          asks((effect) => effect.type === 'open-task' && effect.key === task),
        );
  const armed =
    timer === null
      ? null
      : latest(
          steps,
          step.revision,
          asks(
            (effect) =>
              effect.type === 'arm-timer' &&
              effect.timerId === timer &&
              (data.activation === undefined || effect.activation === data.activation),
          ),
        );
  return opened ?? armed ?? entryBefore(steps, step);
}

/** Null for the first step. `steps` are in the order of their revisions. */
export function causeOf(steps: readonly RecordedStep[], step: RecordedStep): RecordedStep | null {
  const cause = prompting(steps, step);
  const carried = latest(steps, step.revision, ({ event }) => changesVersion(event));
  return carried && carried.revision > (cause?.revision ?? 0) ? carried : cause;
}

/** The step by which the plan came to where it is: the last that entered one of the stages it is in, or that took it
 * there to another version. */
export function arrival(steps: readonly RecordedStep[]): RecordedStep | null {
  const stage = steps.at(-1)?.stage ?? [];
  const led = (step: RecordedStep): boolean =>
    changesVersion(step.event) || enteredBy(step).some((id) => stage.includes(id));
  return steps.findLast(led) ?? steps.at(-1) ?? null;
}

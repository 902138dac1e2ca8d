// What people answered stays with their answers: a step as a history may tell it says that somebody answered and where
// that led, and nothing that was said. That holds for what was set, decided or written from an answer too.
import { namesBehind } from '../decision/requirements.ts';
import { parseTemplate } from '../expression/template.ts';
import type { Action } from '../model/action.ts';
import type { Effect } from '../model/effect.ts';
import { type PlanEvent, vacantPost } from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';
import type { RecordedStep } from '../model/recorded-step.ts';
import { completes } from '../statechart/accepted-events.ts';
import { type Chart, type CompiledCycle, chartKey } from '../statechart/chart/compiled-cycle.ts';
import { actionsIn } from '../statechart/structure/expressions-of.ts';
import { escapeName } from '../wording/message.ts';

/** Takes out of steps what people answered. */
export type Discretion = <Step extends RecordedStep>(step: Step) => Step;

interface Answers {
  /** Variables that were set from an answer. */
  variables: ReadonlySet<string>;
  /** Events that carry it on. */
  events: ReadonlySet<string>;
}

/** A path into the event of a step by which an answer may be read. */
const readsAnswer = (path: string): boolean =>
  /^event(\.data(\.results?\b.*)?)?$/.test(path.replaceAll(' ', ''));

function restsOnAnswer({ evaluator, decisions }: Chart, { variables, events }: Answers, text: string) {
  const names = namesBehind(evaluator.namesIn(text), decisions);
  if (names.some((name) => name === 'result' || variables.has(name))) return true;
  return names.includes('event') && (events.size > 0 || evaluator.pathsIn(text).some(readsAnswer));
}

/** What is set or raised from an answer carries it on, so that another variable may be set from that one. */
function answersIn(chart: Chart, actions: readonly Action[]): Answers {
  const [variables, events] = [new Set<string>(), new Set<string>()];
  const rests = (texts: readonly (string | undefined)[]): boolean =>
    texts.some((text) => text !== undefined && restsOnAnswer(chart, { variables, events }, text));
  for (let before = -1; before !== variables.size + events.size; ) {
    before = variables.size + events.size;
    for (const action of actions) {
      if (action.do === 'set' && rests([action.guard, action.value])) variables.add(action.variable);
      if (action.do === 'raise' && rests(Object.values(action.data ?? {}))) events.add(action.event);
    }
  }
  return { variables, events };
}

const asPattern = (template: string): RegExp =>
  new RegExp(
    `^${parseTemplate(template)
      .map((part) => (part.kind === 'text' ? escapeName(part.text) : '[^]*'))
      .join('')}$`,
  );

/** That nobody was asked tells of no answer. */
const unanswered = ({ data: { leftOut } }: PlanEvent): JsonObject =>
  leftOut === vacantPost ? { leftOut: vacantPost } : {};

export function discretionOf({ cycle, [chartKey]: chart }: CompiledCycle): Discretion {
  const actions = actionsIn(cycle);
  const answers = answersIn(chart, actions);
  const rests = (text: string, answered: boolean): boolean =>
    restsOnAnswer(chart, answers, text) || (answered && chart.evaluator.namesIn(text).includes('event'));
  const written = actions.flatMap((action) =>
    action.do === 'notify' &&
    parseTemplate(action.message).some((part) => part.kind === 'expression' && rests(part.text, true))
      ? asPattern(action.message)
      : [],
  );
  const discreet = (effect: Effect, answered: boolean): Effect => {
    if (effect.type === 'notify' && written.some((pattern) => pattern.test(effect.message)))
      return { ...effect, message: '' };
    if (effect.type !== 'record-decisions') return effect;
    const told = effect.decisions.filter(({ decision }) => !rests(decision, answered));
    return { ...effect, decisions: told };
  };
  return (step) => {
    const answered = completes(step.event.type) || answers.events.has(step.event.type);
    return {
      ...step,
      event: answered ? { ...step.event, data: unanswered(step.event) } : step.event,
      moves: {
        ...step.moves,
        asked: step.moves.asked.map((asked) =>
          rests(asked.guard, answered) ? { ...asked, values: {}, withheld: true } : asked,
        ),
      },
      effects: step.effects
        .map((effect) => discreet(effect, answered))
        .filter((effect) => effect.type !== 'record-decisions' || effect.decisions.length > 0),
    };
  };
}

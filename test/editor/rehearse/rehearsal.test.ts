// A cycle taken step by step: forward, back, with something else given, and what each way out says.
import { describe, expect, test } from 'vitest';
import { keepWalk, readWalk } from '../../../editor/rehearse/step/kept-walk.ts';
import { pictureOf } from '../../../editor/rehearse/step/picture.ts';
import {
  backTo,
  begin,
  playOf,
  preview,
  type Rehearsal,
  replay,
  stepsOf,
  take,
} from '../../../editor/rehearse/step/rehearsal.ts';
import {
  goalsIn,
  sampleGiven,
  setGoal,
  setWay,
  withGoal,
  withoutGoal,
} from '../../../editor/rehearse/step/sample-given.ts';
import { askedIn, movedWords, stepWords } from '../../../editor/rehearse/step/say.ts';
import { answeredFor, verdictsOf, waysOf } from '../../../editor/rehearse/step/ways.ts';
import { askPlay, type Cycle, compileCycle, type Given, type ScenarioStep } from '../../../engine/index.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';
import { smallCycle } from '../document/fixture.ts';

const sampleCycles = sampleCycleFiles.map(readCycle);
const agree: ScenarioStep = { complete: 'agree-plan', result: { decision: 'agreed' } };
const send: ScenarioStep = { complete: 'agree-plan', result: { decision: 'returned' } };

function started(cycle: Cycle = smallCycle, given: Given = sampleGiven()): Rehearsal {
  const begun = begin(compileCycle(cycle, 1), given);
  if (begun.kind === 'stuck') throw new Error(begun.why);
  return begun.rehearsal;
}
const walked = (...steps: ScenarioStep[]): Rehearsal => steps.reduce(take, started());
const stageOf = (rehearsal: Rehearsal) => playOf(rehearsal).plan.stage;

describe('stepping', () => {
  test('moves the plan with the engine, and back as if it had not', () => {
    const there = walked(agree);
    expect(stageOf(there)).toEqual(['watch']);
    expect(stageOf(backTo(there, 0))).toEqual(['plan']);
    expect(playOf(backTo(there, 0))).toBe(there.first);
  });

  test('keeps in the log what the plan did not take, with the reason, as a scenario says it', () => {
    const there = walked({ event: 'nobody.listens' }, agree);
    expect(there.log[0]?.refusal).toContain('nobody.listens');
    expect(stepsOf(there)).toEqual([{ event: 'nobody.listens', refused: true }, agree]);
    expect(stageOf(there)).toEqual(['watch']);
  });

  test('shows beforehand what a step would do', () => {
    const { first } = started();
    expect(preview(first, agree)).toEqual({ kind: 'moves', to: ['watch'], ends: false });
    expect(preview(first, { event: 'nobody.listens' }).kind).toBe('no');
    expect(preview(first, { wait: 'P1D' })).toEqual({ kind: 'stays' });
  });
});

describe('taken again', () => {
  test('leads to the same place, refusals and all', () => {
    const there = walked({ event: 'nobody.listens' }, send, agree);
    const { begun, dropped } = replay(there.compiled, there.given, stepsOf(there));
    expect(dropped).toBe(0);
    expect(begun.kind === 'ready' && begun.rehearsal.log).toEqual(there.log);
  });

  test('stops where the plan goes another way, and says how much is left out', () => {
    const steps: ScenarioStep[] = [agree, send, agree];
    expect(replay(compileCycle(smallCycle, 1), {}, steps).dropped).toBe(2);
  });

  test.each(
    sampleCycles.flatMap((cycle) => (cycle.scenarios ?? []).map((scenario) => ({ cycle, scenario }))),
  )('every scenario of a sample can be stepped: $cycle.id, $scenario.name', ({ cycle, scenario }) => {
    const { begun, dropped } = replay(compileCycle(cycle, 1), scenario.given ?? {}, scenario.when ?? []);
    expect(dropped).toBe(0);
    const ending = scenario.then?.ending;
    if (begun.kind === 'ready' && ending !== undefined)
      expect(playOf(begun.rehearsal).plan.ending).toBe(ending);
  });
});

describe('the ways out', () => {
  test('are tasks, events and timers with what their guards say', () => {
    const ways = waysOf(started().first);
    expect(ways[0]).toMatchObject({ kind: 'task', key: 'agree-plan', assignee: 'manager' });
    const leads = ways[0]?.leads ?? [];
    expect(verdictsOf(leads).map(({ verdict }) => verdict)).toEqual(['depends', 'would']);
  });

  test('are answered for an answer: the first that holds goes, and those behind it are not asked', () => {
    const { first } = started();
    const verdicts = (step: ScenarioStep) =>
      verdictsOf(answeredFor(first, 'agree-plan', step.result ?? {})).map(({ verdict }) => verdict);
    expect(verdicts(agree)).toEqual(['would', 'behind']);
    expect(verdicts(send)).toEqual(['held', 'would']);
  });
});

describe('the log', () => {
  test('says in words what was done, where it led, and which guards were asked', () => {
    const [entry] = walked(agree).log;
    if (!entry) throw new Error('Nothing was logged.');
    expect(stepWords(smallCycle, entry)).toBe('“Agree the plan” is done: decision agreed');
    expect(movedWords(smallCycle, entry)).toBe('Plan → Watch');
    expect(askedIn(entry)).toMatchObject([{ passed: true, values: { 'result.decision': 'agreed' } }]);
  });
});

describe('the picture', () => {
  const pictureAt = (rehearsal: Rehearsal) => {
    const play = playOf(rehearsal);
    return pictureOf(rehearsal.compiled.cycle, play, askPlay(play));
  };

  test('has a token where the plan is and paints the way it came', () => {
    const { overlay, marks } = pictureAt(walked(agree));
    expect(overlay).toEqual({
      active: ['watch'],
      visited: ['plan', 'observe', 'watch'].map((stage, at) => ({ stage, order: at + 1 })),
    });
    expect(marks?.stages.watch?.kind).toBe('token');
    expect(marks?.transitions['/stages/plan/on/task.agree-plan.completed/0']).toBe('taken');
  });

  test('has a token in each region of a parallel stage', () => {
    const probation = sampleCycles.find(({ id }) => id === 'probation');
    if (!probation) throw new Error('The sample is gone.');
    expect(Object.keys(pictureAt(started(probation)).marks?.stages ?? {})).toHaveLength(2);
  });

  test('shows what is folded up by what hides it', () => {
    const probation = sampleCycles.find(({ id }) => id === 'probation');
    if (!probation) throw new Error('The sample is gone.');
    const folded = {
      ...probation,
      layout: { ...probation.layout, onboarding: { x: 0, y: 0, collapsed: true } },
    };
    expect(Object.keys(pictureAt(started(folded)).marks?.stages ?? {})).toEqual(['onboarding']);
  });
});

describe('the sample plan', () => {
  test('meets its standards until it is told otherwise, goal by goal', () => {
    const given = setWay(sampleGiven(), 'goal-2', 'below');
    expect(goalsIn(given).map(({ goes }) => goes)).toEqual(['meets', 'below', 'meets']);
    expect(goalsIn(setWay(given, 'goal-2', 'not-scored'))[1]?.goes).toBe('not-scored');
  });

  test('gains and loses goals with their measures', () => {
    const given = withGoal(withoutGoal(sampleGiven(), 'goal-1'));
    expect(goalsIn(given).map(({ id }) => id)).toEqual(['goal-2', 'goal-3', 'goal-4']);
    expect(given.measures).toHaveLength(6);
    expect(given.observations).toHaveLength(6);
  });

  test('keeps a goal that goes neither way as mixed, and changes of its words', () => {
    const given = setGoal(sampleGiven(), 'goal-1', { title: 'Answer letters', critical: true });
    const observations = (given.observations ?? []).map((one, index) =>
      index === 0 ? { ...one, value: 3 } : one,
    );
    expect(goalsIn({ ...given, observations })[0]).toEqual({
      id: 'goal-1',
      title: 'Answer letters',
      critical: true,
      goes: 'mixed',
    });
  });
});

describe('kept over a reload', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    };
  };

  test('comes back for the same document alone', () => {
    const shelf = storage();
    keepWalk('small draft', { given: sampleGiven(), steps: [agree] }, shelf);
    expect(readWalk('small draft', shelf)).toEqual({ given: sampleGiven(), steps: [agree] });
    expect(readWalk('small 3', shelf)).toBeNull();
  });

  test('is nothing when what was kept is of another form', () => {
    const shelf = storage();
    shelf.setItem('cyclewright.rehearsal.small draft', '{"steps": 3}');
    expect(readWalk('small draft', shelf)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cycle, exportScxml, formatCycle, importScxml } from '../../../engine/index.ts';
import { arbitraryCycle } from '../../support/arbitrary-cycle.ts';
import { makeCycle } from '../../support/given.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';
import { essence, picks, stepsOfBoth } from '../../support/walks.ts';

function readBack(cycle: Cycle): Cycle {
  const imported = importScxml(exportScxml(cycle).text);
  if (imported.kind === 'refused') throw new Error(JSON.stringify(imported.problems));
  return imported.cycle;
}

test('a cycle is written in the words of SCXML, and in our own where it has none', () => {
  const cycle = makeCycle({
    id: 'talk',
    name: 'Talk & listen',
    variables: { n: 0 },
    initial: 'plan',
    stages: {
      plan: {
        name: 'Plan',
        kind: 'plan',
        entry: [
          { do: 'set', variable: 'n', value: 'n + 1' },
          { do: 'notify', to: 'owner', message: 'Hello' },
        ],
        tasks: { agree: { title: 'Agree', assignee: 'manager', form: 'feedback' } },
        on: {
          'task.agree.completed': [
            { to: 'a2', also: ['b'], guard: 'n < 3', do: [{ do: 'raise', event: 'agreed' }] },
          ],
          'note.*': [
            {
              do: [
                { do: 'raise', event: 'nudge', delay: 'P1D', id: 'soon', data: { n: 'n' }, guard: 'n = 1' },
              ],
            },
          ],
        },
        after: [{ delay: '10bd', to: 'over' }],
      },
      both: {
        type: 'parallel',
        stages: {
          a: { initial: 'a1', begin: { do: [{ do: 'cancel', id: 'soon' }] }, stages: { a1: {}, a2: {} } },
          b: { on: { left: [{ to: 'before' }] } },
          before: { type: 'history', history: 'deep' },
        },
        onDone: [{ to: 'over' }],
      },
      over: { type: 'final', outcome: 'met', data: { n: 'n' } },
    },
    on: { stopped: [{ to: 'over' }] },
  });
  const { text, problems } = exportScxml(cycle);
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:cw="urn:cyclewright:cycle:1" version="1.0" datamodel="feel" name="talk" initial="plan" cw:id="talk" cw:name="Talk &amp; listen">
  <datamodel>
    <data id="n" expr="0"/>
  </datamodel>
  <state id="plan" cw:name="Plan" cw:kind="plan">
    <cw:tasks>{"agree":{"title":"Agree","assignee":"manager","form":"feedback"}}</cw:tasks>
    <onentry>
      <assign location="n" expr="n + 1"/>
      <cw:action>{"do":"notify","to":"owner","message":"Hello"}</cw:action>
      <send event="timer.plan.0" id="plan.0" delayexpr="&quot;10bd&quot;" cw:delay="10bd" cw:timer=""/>
    </onentry>
    <onexit>
      <cancel sendid="plan.0"/>
    </onexit>
    <transition event="task.agree.completed" cw:match="exact" cond="n &lt; 3" target="a2 b">
      <raise event="agreed"/>
    </transition>
    <transition event="timer.plan.0" target="over"/>
    <transition event="note.*">
      <if cond="n = 1">
        <send event="nudge" id="soon" delay="86400s" cw:delay="P1D">
          <param name="n" expr="n"/>
        </send>
      </if>
    </transition>
    <transition event="stopped" cw:match="exact" target="over" cw:everywhere="true"/>
  </state>
  <parallel id="both">
    <transition event="done.state.both" cw:trigger="done" target="over"/>
    <transition event="stopped" cw:match="exact" target="over" cw:everywhere="true"/>
    <state id="a">
      <initial>
        <transition target="a1">
          <cancel sendid="soon"/>
        </transition>
      </initial>
      <state id="a1"/>
      <state id="a2"/>
    </state>
    <state id="b">
      <transition event="left" cw:match="exact" target="before"/>
    </state>
    <history id="before" type="deep">
      <transition target="a"/>
    </history>
  </parallel>
  <final id="over" cw:outcome="met">
    <donedata>
      <param name="n" expr="n"/>
    </donedata>
  </final>
</scxml>
`);
  expect(problems.map(({ place, message }) => `${place} ${message}`)).toEqual([
    '/ Guards and values are written in FEEL, which the data model says; others need FEEL to run it.',
    '/stages/plan/tasks SCXML has no tasks; others pass over them.',
    '/stages/plan/entry/1 "notify" is no action of SCXML; others pass over it.',
    '/stages/plan/after/0/delay The delay "10bd" depends on a calendar; others cannot tell when it ends.',
  ]);
});

describe('what is written is read back', () => {
  test.each(sampleCycleFiles)('byte for byte: %s', (file) => {
    const cycle = readCycle(file);
    expect(formatCycle(readBack(cycle))).toBe(formatCycle(cycle));
  });

  test('with text that XML would change', () => {
    const description = 'a\tb\n<c> & "d" \u00a0 é';
    const cycle = makeCycle({
      initial: '1st',
      variables: { text: description, nested: { list: [1, null, 'x"y'] } },
      stages: {
        '1st': { description, on: { go: [{ to: '2nd', guard: 'text = "\\n<"' }] } },
        '2nd': { type: 'final' },
      },
      on: { 'done.state.1st': [{ to: '2nd' }] },
    });
    expect(readBack(cycle)).toEqual(cycle);
  });

  test('and does the same, whatever happens', () => {
    let moved = 0;
    fc.assert(
      fc.property(arbitraryCycle, picks, (cycle, chosen) => {
        for (const [mine, theirs] of stepsOfBoth(cycle, readBack(cycle), chosen)) {
          moved += mine.kind === 'moved' ? 1 : 0;
          expect(essence(theirs)).toEqual(essence(mine));
        }
      }),
      { numRuns: 150, seed: 20260105 },
    );
    expect(moved).toBeGreaterThan(300);
  }, 60_000);
});

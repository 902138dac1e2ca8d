import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportMermaid } from '../../../engine/index.ts';
import { arbitraryCycle } from '../../support/arbitrary-cycle.ts';
import { makeCycle } from '../../support/given.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';

test('a cycle is drawn with its groups, parts, histories, guards and delays', () => {
  const cycle = makeCycle({
    initial: 'plan',
    stages: {
      plan: {
        name: 'Plan "it"',
        on: {
          'task.agree.completed': [{ to: 'a-two', also: ['b'], guard: 'x = "a: b"' }],
          note: [{ do: [{ do: 'appraise' }] }],
        },
        after: [{ delay: '10bd', to: 'end' }],
        always: [{ to: 'end', guard: 'round > 3' }],
      },
      both: {
        type: 'parallel',
        stages: {
          a: {
            initial: 'a-one',
            stages: { 'a-one': { on: { go: [{ to: 'a-two' }], over: [{ to: 'b' }] } }, 'a-two': {} },
          },
          b: { on: { again: [{ to: 'b' }] } },
        },
        on: { paused: [{ to: 'plan' }] },
        onDone: [{ to: 'end' }],
      },
      group: { initial: 'g1', stages: { g1: {}, before: { type: 'history', history: 'deep', to: 'g1' } } },
      end: { type: 'final', name: 'End; of it' },
    },
    on: { resumed: [{ to: 'before' }] },
  });
  expect(exportMermaid(cycle)).toBe(`stateDiagram-v2
  [*] --> plan
  state "Plan #34;it#34;" as plan
  note right of plan
    note / appraise
  end note
  state "both" as both {
    [*] --> a
    state "a" as a {
      [*] --> a_one
      state "a-one" as a_one
      note right of a_one
        over → b
      end note
      state "a-two" as a_two
      a_one --> a_two : go
    }
    --
    [*] --> b
    state "b" as b
    b --> b : again
  }
  state "group" as group {
    [*] --> g1
    state "g1" as g1
    state "H* before" as before
    note right of before
      back to the innermost stage it was in
    end note
    before --> g1 : the first time
  }
  state "End#59; of it" as s_end
  s_end --> [*]
  plan --> both : Plan #34;it#34; → a-two, task.agree.completed [x = #34;a#58; b#34;]
  plan --> both : Plan #34;it#34; → b, task.agree.completed [x = #34;a#58; b#34;]
  plan --> s_end : after 10bd
  plan --> s_end : [round #62; 3]
  both --> plan : paused
  both --> s_end : done
  state "any stage" as any_stage
  any_stage --> group : before, resumed
`);
});

/** The lines that Mermaid's lexer reads as what they are meant to be. */
const id = '[a-z_][a-z0-9_]*';
const shapes = [
  new RegExp(`^state "[^"]+" as ${id}( \\{)?$`),
  new RegExp(`^(\\[\\*\\]|${id}) --> (\\[\\*\\]|${id})( : [^:;\\n]+)?$`),
  new RegExp(`^note right of ${id}$`),
  /^end note$|^\}$|^--$/,
];
const keyword = /^(default|state|note|scale|class|style|click|href|acc|direction|hide|end|left|right|as) /;

function strangeLines(text: string): string[] {
  const [head, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
  expect(head).toBe('stateDiagram-v2');
  let inNote = false;
  return lines.filter((line) => {
    // A character by number is one character for the lexer.
    const read = line.replace(/#\d+;/g, '~');
    const isNoteText = inNote && line !== 'end note';
    inNote = line.startsWith('note right of') || isNoteText;
    if (isNoteText) return /end note|[:;"]/i.test(read);
    const isKeyword = keyword.test(read) && !/^(state "|note right of |end note)/.test(read);
    return isKeyword || /direction\s+(tb|bt|rl|lr)/i.test(read) || !shapes.some((shape) => shape.test(read));
  });
}

const depthsOf = (text: string): number =>
  text
    .split('\n')
    .reduce((depth, line) => depth + (line.endsWith(' {') ? 1 : 0) - (line.trim() === '}' ? 1 : 0), 0);

describe('what is drawn can be read by Mermaid', () => {
  test.each(sampleCycleFiles)('%s', (file) => {
    const text = exportMermaid(readCycle(file));
    expect(strangeLines(text)).toEqual([]);
    expect(depthsOf(text)).toBe(0);
  });

  test('whatever the cycle is and however its stages are called', () => {
    const names = fc.constantFrom(
      'end note',
      'direction TB',
      '<<choice>>',
      '[[fork]]',
      'a: b; c',
      '"x"',
      '%% no',
      '{',
      'default',
      '#1;',
      'A\nB',
    );
    fc.assert(
      fc.property(arbitraryCycle, names, (cycle, name) => {
        const [first = ''] = Object.keys(cycle.stages);
        const stages = { ...cycle.stages, [first]: { ...cycle.stages[first], name } };
        const text = exportMermaid({ ...cycle, stages: stages as typeof cycle.stages });
        expect(strangeLines(text)).toEqual([]);
        expect(depthsOf(text)).toBe(0);
      }),
      { numRuns: 150, seed: 20260105 },
    );
  });

  test('with ids that are keywords', () => {
    const ids = [
      'default',
      'state',
      'note',
      'end',
      'class',
      'direction',
      'default-one',
      '1st',
      'any-stage',
      'a-b',
    ];
    const stages = Object.fromEntries(ids.map((stage) => [stage, { on: { go: [{ to: 'a-b' }] } }]));
    expect(strangeLines(exportMermaid(makeCycle({ initial: 'note', stages })))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { type Cycle, checkCycle, importScxml, type Stage } from '../../../engine/index.ts';

const document = (inside: string, attributes = '') =>
  `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" ${attributes}>\n${inside}\n</scxml>`;

function read(inside: string, attributes = ''): Cycle {
  const imported = importScxml(document(inside, attributes), { id: 'chart' });
  if (imported.kind === 'refused') throw new Error(JSON.stringify(imported.problems, null, 1));
  return imported.cycle;
}
const stage = (cycle: Cycle, id: string): Stage | undefined => {
  const visit = (stages: Cycle['stages']): Stage | undefined =>
    stages[id] ??
    Object.values(stages)
      .map((inner) => ('stages' in inner ? visit(inner.stages) : undefined))
      .find(Boolean);
  return visit(cycle.stages);
};
const problemsOf = (text: string): string[] =>
  importScxml(text).problems.map(
    ({ severity, code, place, message }) => `${severity} ${code} ${place}: ${message}`,
  );

describe('states', () => {
  test('keep their order, and get ids that a cycle may have', () => {
    const imported = importScxml(
      document(
        '<state id="FirstState"/><state id="s1.1"/><state id="S1_1"/><state id="7"/><state/><final id="_end"/>',
      ),
    );
    expect(imported.kind === 'imported' && imported.stages).toEqual({
      FirstState: 'first-state',
      's1.1': 's1-1',
      S1_1: 's1-1-2',
      '7': 'stage-7',
      '(state 5)': 'state-5',
      _end: 'end',
    });
    expect(
      imported.kind === 'imported' &&
        Object.entries(imported.cycle.stages).map(([id, { name }]) => [id, name]),
    ).toEqual([
      ['first-state', 'FirstState'],
      ['s1-1', 's1.1'],
      ['s1-1-2', 'S1_1'],
      ['stage-7', '7'],
      ['state-5', undefined],
      ['end', undefined],
    ]);
  });

  test('begin as the attribute, the element or their order says', () => {
    const inside = '<state id="x"/><state id="y"><state id="y1"/><state id="y2"/></state>';
    expect(read(`<state id="a">${inside}</state>`).stages.a).toMatchObject({ initial: 'x' });
    expect(read(`<state id="a" initial="y">${inside}</state>`).stages.a).toMatchObject({ initial: 'y' });
    const deep = read(`<state id="a" initial="y2">${inside}</state>`).stages.a;
    expect(deep).toMatchObject({ initial: 'y', begin: { at: ['y2'] } });
    const element = '<initial><transition target="y"><raise event="e"/></transition></initial>';
    expect(read(`<state id="a">${element}${inside}</state>`).stages.a).toMatchObject({
      initial: 'y',
      begin: { do: [{ do: 'raise', event: 'e' }] },
    });
  });

  test('are compound only with states inside', () => {
    expect(read('<parallel id="p"/>').stages.p).toEqual({});
    expect(read('<state id="a"><onentry/></state>').stages.a).toEqual({});
  });
});

describe('transitions', () => {
  test('of several events stand under each, in the order in which they are tried', () => {
    const cycle = read(`
      <state id="a">
        <transition event="foo" cond="n == 1" target="b"/>
        <transition event="*" cond="n == 2" target="c"/>
        <transition event="foo.bar foo" target="d"/>
        <transition event="foo" target="e"/>
      </state>
      <state id="b"/><state id="c"/><state id="d"/><state id="e"/>
      <datamodel><data id="n" expr="1"/></datamodel>`);
    const [one, any, last] = [{ guard: 'n = 1', to: 'b' }, { guard: 'n = 2', to: 'c' }, { to: 'd' }];
    expect(stage(cycle, 'a')).toEqual({
      on: { 'foo.bar.*': [one, any, last], 'foo.*': [one, any, last], '*': [any] },
    });
  });

  test('lead to several states, only act, or stay inside', () => {
    const cycle = read(`
      <state id="x"><transition event="go" target="a2 b2"/><transition event="act"><log expr="1"/></transition></state>
      <parallel id="p">
        <state id="a"><state id="a1"/><state id="a2"/><transition event="back" type="internal" target="a1"/></state>
        <state id="b"><state id="b1"/><state id="b2"/></state>
        <transition event="again" type="internal" target="a"/>
      </parallel>`);
    expect(stage(cycle, 'x')).toEqual({ on: { 'go.*': [{ to: 'a2', also: ['b2'] }], 'act.*': [{}] } });
    expect(stage(cycle, 'a')).toMatchObject({ on: { 'back.*': [{ to: 'a1', internal: true }] } });
    expect(stage(cycle, 'p')).toMatchObject({ on: { 'again.*': [{ to: 'a' }] } });
  });

  test('wait for the end of a state under its id in the cycle', () => {
    const cycle = read(
      '<state id="A.1"><final id="f"/><transition event="done.state.A.1" target="b"/></state><state id="b"/>',
    );
    expect(cycle.stages['a-1']).toMatchObject({ on: { 'done.state.a-1': [{ to: 'b' }] } });
  });
});

describe('executable content', () => {
  const doing = (content: string, more = ''): unknown => {
    const data =
      '<datamodel><data id="n" expr="1"/><data id="list" expr="[3,4]"/><data id="score" expr="0"/></datamodel>';
    const cycle = read(`${data}${more}<state id="a"><onentry>${content}</onentry></state>`);
    return 'entry' in cycle.stages.a! ? cycle.stages.a.entry : undefined;
  };

  test('assigns, under a name that has no meaning of its own in FEEL', () => {
    expect(doing('<assign location="score" expr="n * (n + 1)"/>')).toEqual([
      { do: 'set', variable: 'score_', value: 'n * (n + 1)' },
    ]);
  });

  test('sends inside at once, and otherwise with a delay', () => {
    expect(
      doing(`<raise event="e"/><send event="e" target="#_internal"><param name="x" expr="n"/></send>
        <send event="e"/><send event="e" delay="1.5s" id="Later On"/><cancel sendid="Later On"/>`),
    ).toEqual([
      { do: 'raise', event: 'e' },
      { do: 'raise', event: 'e', data: { x: 'n' } },
      { do: 'raise', event: 'e', delay: 'PT0S' },
      { do: 'raise', event: 'e', delay: 'PT1.5S', id: 'later-on' },
      { do: 'cancel', id: 'later-on' },
    ]);
  });

  test('knows what was assigned before in the same block', () => {
    expect(doing('<assign location="n" expr="\'2s\'"/><send eventexpr="\'e\'" delayexpr="n"/>')).toEqual([
      { do: 'set', variable: 'n', value: '"2s"' },
      { do: 'raise', event: 'e', delay: 'PT2S' },
    ]);
  });

  test('branches by guards where nothing in a branch changes its condition', () => {
    expect(
      doing(
        `<if cond="n == 1"><raise event="one"/><elseif cond="n == 2"/><raise event="two"/><else/><raise event="more"/></if>`,
      ),
    ).toEqual([
      { do: 'raise', event: 'one', guard: 'n = 1' },
      { do: 'raise', event: 'two', guard: 'not((n = 1) = true) and (n = 2)' },
      { do: 'raise', event: 'more', guard: 'not((n = 1) = true) and not((n = 2) = true)' },
    ]);
  });

  test('keeps the branch taken where something does', () => {
    expect(doing(`<if cond="n == 1"><assign location="n" expr="2"/><raise event="e"/></if>`)).toEqual([
      { do: 'set', variable: '_branch_3_', value: 'if n = 1 then 1 else 0' },
      { do: 'set', variable: 'n', value: '2', guard: '_branch_3_ = 1' },
      { do: 'raise', event: 'e', guard: '_branch_3_ = 1' },
    ]);
  });

  test('writes out loops over lists that are known', () => {
    expect(doing('<foreach array="list" item="each" index="at"><raise event="e"/></foreach>')).toEqual([
      { do: 'set', variable: 'each', value: '3' },
      { do: 'set', variable: 'at', value: '0' },
      { do: 'raise', event: 'e' },
      { do: 'set', variable: 'each', value: '4' },
      { do: 'set', variable: 'at', value: '1' },
      { do: 'raise', event: 'e' },
    ]);
  });

  test('reads scripts that only assign', () => {
    expect(doing('<script>n += 2; var m = n, k; n++; // done</script>')).toEqual([
      { do: 'set', variable: 'n', value: 'n + 2' },
      { do: 'set', variable: 'm', value: 'n' },
      { do: 'set', variable: 'n', value: 'n + 1' },
    ]);
  });

  test('ends a block at what always fails, as the chart would', () => {
    expect(doing('<raise event="e"/><assign location="nowhere" expr="1"/><raise event="f"/>')).toEqual([
      { do: 'raise', event: 'e' },
      { do: 'raise', event: 'error.execution' },
    ]);
  });
});

test.each([
  ['n === 1 && !In("b")', '(n = 1) and (not(list contains(stages, "b")))'],
  ['In("nowhere") || n != 2', '(false) or (n != 2)'],
  ["_event.name == 'go' && _event.data.x >= 1", '(event.type = "go") and (event.data.x >= 1)'],
  ["_event.data == 'text'", 'event.data.content = "text"'],
  ["_event.data['a b'] < n", 'get value(event.data, "a b") < n'],
  ['Math.pow(n, 2) - -n > 3 * (n + 1)', '((n ** 2) - -n) > (3 * (n + 1))'],
  ["typeof n === 'undefined'", 'n = null'],
  ["'n: ' + n == 'n: 1'", '("n: " + string(n)) = "n: 1"'],
  [
    'n ? true : false',
    'if if (n) instance of boolean then n else if (n) instance of number then string(n) != "0" else if (n) instance of string then string(n) != "" else n != null then true else false',
  ],
  ['1', 'true'],
])('the condition %s is %s', (cond, guard) => {
  const escaped = cond.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const cycle = read(
    `<datamodel><data id="n" expr="1"/></datamodel>
     <state id="a"><onentry><assign location="n" expr="2"/></onentry><transition event="go" cond="${escaped}" target="b"/></state><state id="b"/>`,
  );
  const [transition] = ('on' in cycle.stages.a! && cycle.stages.a.on?.['go.*']) || [];
  expect(transition?.guard ?? 'true').toBe(guard);
  expect(checkCycle(cycle).filter(({ code }) => code === 'DOC-expression')).toEqual([]);
});

test('a delayed send that its state cancels as it is left is one of its timers', () => {
  const timed = (more: string) =>
    read(`<state id="a">
      <onentry><send event="late" id="t" delay="2s"/></onentry>
      <onexit><cancel sendid="t"/></onexit>
      <transition event="late" target="b"/>${more}</state><state id="b"/>`).stages.a;
  expect(timed('')).toEqual({ after: [{ delay: 'PT2S', to: 'b' }] });
  expect(timed('<transition event="*" target="b"/>')).toMatchObject({
    entry: [{ do: 'raise', event: 'late', delay: 'PT2S', id: 't' }],
    exit: [{ do: 'cancel', id: 't' }],
  });
});

test('history leads where its transition says, with what is done on the way', () => {
  const cycle = read(`<state id="g"><state id="x"/><state id="y"/>
    <history id="h" type="deep"><transition target="y"><raise event="e"/></transition></history></state>`);
  expect(stage(cycle, 'h')).toEqual({
    type: 'history',
    history: 'deep',
    to: 'y',
    do: [{ do: 'raise', event: 'e' }],
  });
});

test('the start values that are not known beforehand are set when a plan starts', () => {
  const cycle = read(
    '<datamodel><data id="a" expr="2"/><data id="b" expr="a + 1"/><data id="c">[1, 2]</data></datamodel><state id="s"/>',
  );
  expect([cycle.variables, cycle.begin]).toEqual([
    { a: 2, b: null, c: [1, 2] },
    { do: [{ do: 'set', variable: 'b', value: 'a + 1' }] },
  ]);
});

describe('what cannot be read is refused with its line', () => {
  test.each([
    ['<scxml', 'error SCXML-xml line 1: It is not well-formed XML: unclosed tag.'],
    ['', 'error SCXML-xml line 1: It is not well-formed XML: missing start tag.'],
    ['<chart/>', 'error SCXML-root line 1: The document begins with <chart>, not with <scxml>.'],
    [document(''), 'error SCXML-states line 1: There is no state in it.'],
    [
      '<!DOCTYPE scxml [<!ENTITY x "y">]>\n<scxml/>',
      'error SCXML-xml line 1: A document type declaration is not read. Remove <!DOCTYPE …>.',
    ],
    [
      document('<state id="&x;"/>'),
      'error SCXML-xml line 2: "&x;" is no entity of XML itself, and none can be declared here.',
    ],
    [
      document('<state id="a"/>\n<state id="a"/>'),
      'error SCXML-id line 3: The id "a" is used twice. Give one another.',
    ],
    [
      document('<state id="a"><transition event="e" target="b"/></state>'),
      'error SCXML-target line 2: There is no state "b" to go to.',
    ],
    [
      document('<state id="a"><invoke src="x"/></state>'),
      'error SCXML-invoke line 2: Nothing is invoked from a cycle. Start another cycle with an action instead.',
    ],
    [
      document('<state id="a"><transition cond="f(1)" target="a"/></state>'),
      'error SCXML-expression line 2: <transition>: "f(1)" cannot be said in FEEL: only In() and a few functions of Math can be called.',
    ],
    [
      document('<state id="a"/>', 'datamodel="xpath"'),
      'error SCXML-datamodel line 1: The data model "xpath" is not read. Use ecmascript, feel or null.',
    ],
    [
      document('<state id="a"><onentry><send event="e" type="http://example.com/x"/></onentry></state>'),
      'error SCXML-send line 2: Events of the type "http://example.com/x" are not sent; use a subscription.',
    ],
    [
      document('<state id="a"><onentry><send event="e" delay="soon"/></onentry></state>'),
      'error SCXML-delay line 2: "soon" is no time. Use one such as 10s or 500ms.',
    ],
    [
      document('<state id="a"><state id="x"/><state id="y"/><transition event="e" target="x y"/></state>'),
      'error DOC-target /stages/a/on/e.*/0/also: A plan cannot be in "x" and "y" at once: they are not in different parts of a parallel stage.',
    ],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

test('what is passed over or always fails is told of', () => {
  expect(
    problemsOf(
      document(
        '<state id="a"><note xmlns="urn:x"/><onentry><assign location="x" expr="return"/></onentry></state>',
      ),
    ),
  ).toEqual([
    'info SCXML-element line 2: <ns0:note> in <scxml:state> is not read.',
    'warning SCXML-fails line 2: <assign>: "return" cannot be said in FEEL: "return" is no expression. It always fails, so it raises error.execution, and what follows is left out.',
  ]);
});

// A cycle as a Mermaid stateDiagram-v2. Mermaid draws lines only between states of one container: a line from or to
// a stage deeper inside is drawn between its containers, and says which stages are meant.
import type { Cycle, Stage, Stages } from '../../model/cycle.ts';
import type { StageId } from '../../model/ids.ts';
import { indexStages, lineage, type StageIndex } from '../../statechart/structure/stage-index.ts';
import {
  beginsAt,
  type PlacedTransition,
  targetsOf,
  transitionsOfCycle,
  transitionsOfStage,
} from '../../statechart/structure/transitions.ts';
import { escapeText, inBrackets, makeIds } from './text.ts';

interface Drawing {
  index: StageIndex;
  idOf: (stage: StageId) => string;
  nameOf: (stage: StageId) => string;
}

interface Line {
  /** The container that the line is drawn in; null at the top. */
  inside: StageId | null;
  text: string;
}

const anyStage = 'any_stage';

function waitsFor({ trigger, transition }: PlacedTransition): string {
  const guard = transition.guard === undefined ? '' : ` ${inBrackets(transition.guard)}`;
  switch (trigger.kind) {
    case 'event':
      return escapeText(trigger.type) + guard;
    case 'timer':
      return `after ${escapeText(trigger.delay)}${guard}`;
    case 'done':
      return `done${guard}`;
    case 'always':
      return guard.trim() || 'at once';
  }
}

const chain = (index: StageIndex, id: StageId): StageId[] => lineage(index, id).map((entry) => entry.id);

/** The innermost container around both, and what of it each of them is in. */
function meeting(index: StageIndex, from: StageId, to: StageId) {
  const [ours, theirs] = [chain(index, from), chain(index, to)];
  const inside = ours.slice(1).find((container) => theirs.slice(1).includes(container)) ?? null;
  const child = (line: StageId[]): StageId =>
    line[inside === null ? line.length - 1 : line.indexOf(inside) - 1] ?? '';
  return { inside, from: child(ours), to: child(theirs) };
}

function lineBetween({ index, idOf, nameOf }: Drawing, from: StageId, to: StageId, label: string): Line {
  const ends = meeting(index, from, to);
  const isLifted = ends.from !== from || ends.to !== to;
  const meant = isLifted ? `${nameOf(from)} → ${nameOf(to)}, ${label}` : label;
  return { inside: ends.inside, text: `${idOf(ends.from)} --> ${idOf(ends.to)} : ${meant}` };
}

/** Between parts of a parallel stage there is no line. */
const isBetweenParts = (index: StageIndex, from: StageId, to: StageId): boolean => {
  const { inside, from: ours, to: theirs } = meeting(index, from, to);
  return inside !== null && index.get(inside)?.stage.type === 'parallel' && ours !== theirs;
};

const does = ({ transition }: PlacedTransition): string =>
  (transition.do ?? []).map((action) => action.do).join(', ');

interface Drawn {
  lines: Line[];
  notes: Map<StageId, string[]>;
}

function note(drawn: Drawn, stage: StageId, text: string): void {
  drawn.notes.set(stage, [...(drawn.notes.get(stage) ?? []), text]);
}

function drawTransition(drawing: Drawing, drawn: Drawn, stage: StageId, placed: PlacedTransition): void {
  const targets = targetsOf(placed.transition);
  const label = waitsFor(placed);
  if (targets.length === 0) note(drawn, stage, `${label} / ${does(placed) || 'nothing'}`);
  for (const to of targets) {
    if (isBetweenParts(drawing.index, stage, to)) {
      note(drawn, stage, `${label} → ${drawing.nameOf(to)}`);
    } else drawn.lines.push(lineBetween(drawing, stage, to, label));
  }
}

/** A history stage is a state that says so, with a line to where it leads the first time. */
function drawHistory({ index, idOf, nameOf }: Drawing, drawn: Drawn, id: StageId, stage: Stage): void {
  if (stage.type !== 'history') return;
  note(
    drawn,
    id,
    stage.history === 'deep' ? 'back to the innermost stage it was in' : 'back to the stage it was in',
  );
  for (const to of targetsOf(stage)) {
    const ends = meeting(index, id, to);
    const meant = ends.to === to ? '' : `${nameOf(to)}, `;
    drawn.lines.push({
      inside: ends.inside,
      text: `${idOf(id)} --> ${idOf(ends.to)} : ${meant}the first time`,
    });
  }
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function noteLines({ idOf }: Drawing, { notes }: Drawn, stage: StageId): string[] {
  const lines = notes.get(stage);
  return lines ? [`note right of ${idOf(stage)}`, ...indented(lines), 'end note'] : [];
}

function beginning({ index, idOf, nameOf }: Drawing, container: Pick<Cycle, 'initial' | 'begin'>): string {
  const deeper = beginsAt(container).filter((id) => id !== container.initial && index.has(id));
  const label = deeper.length > 0 ? ` : ${deeper.map(nameOf).join(', ')}` : '';
  return `[*] --> ${idOf(container.initial)}${label}`;
}

const shownName = (id: StageId, stage: Stage): string => {
  const mark = stage.type === 'history' ? (stage.history === 'deep' ? 'H* ' : 'H ') : '';
  return mark + escapeText(stage.name ?? id);
};

function drawStage(drawing: Drawing, drawn: Drawn, id: StageId, stage: Stage): string[] {
  const head = `state "${shownName(id, stage)}" as ${drawing.idOf(id)}`;
  if (!('stages' in stage)) {
    const end = stage.type === 'final' ? [`${drawing.idOf(id)} --> [*]`] : [];
    return [head, ...end, ...noteLines(drawing, drawn, id)];
  }
  const inside =
    'initial' in stage
      ? drawContainer(drawing, drawn, id, stage)
      : drawParts(drawing, drawn, id, stage.stages);
  return [`${head} {`, ...indented(inside), '}', ...noteLines(drawing, drawn, id)];
}

function drawInside(drawing: Drawing, drawn: Drawn, container: StageId | null, stages: Stages): string[] {
  const own = drawn.lines.filter(({ inside }) => inside === container).map(({ text }) => text);
  return [...Object.entries(stages).flatMap(([id, stage]) => drawStage(drawing, drawn, id, stage)), ...own];
}

const drawContainer = (
  drawing: Drawing,
  drawn: Drawn,
  id: StageId | null,
  container: Pick<Cycle, 'initial' | 'begin' | 'stages'>,
): string[] => [beginning(drawing, container), ...drawInside(drawing, drawn, id, container.stages)];

/** The lines of a part, to itself, stand in its own section. */
function drawParts(drawing: Drawing, drawn: Drawn, parallel: StageId, stages: Stages): string[] {
  const lines = drawn.lines.filter(({ inside }) => inside === parallel);
  return Object.entries(stages).flatMap(([id, stage], index) => {
    const own = lines.filter(({ text }) => text.startsWith(`${drawing.idOf(id)} `)).map(({ text }) => text);
    const start = stage.type === 'history' ? [] : [`[*] --> ${drawing.idOf(id)}`];
    return [...(index > 0 ? ['--'] : []), ...start, ...drawStage(drawing, drawn, id, stage), ...own];
  });
}

/** The cycle's document has to be free of structural faults. */
export function exportMermaid(cycle: Cycle): string {
  const index = indexStages(cycle);
  const ids = makeIds();
  const drawing: Drawing = {
    index,
    idOf: (stage) => ids.name(stage),
    nameOf: (stage) => escapeText(index.get(stage)?.stage.name ?? stage),
  };
  const drawn: Drawn = { lines: [], notes: new Map() };
  for (const { id, stage, place } of index.values()) {
    for (const placed of transitionsOfStage(id, stage, place)) drawTransition(drawing, drawn, id, placed);
    drawHistory(drawing, drawn, id, stage);
  }
  const lines = [...drawContainer(drawing, drawn, null, cycle), ...drawEverywhere(drawing, cycle)];
  return `stateDiagram-v2\n${indented(lines).join('\n')}\n`;
}

/** What holds in every stage starts in a state that stands for all of them. */
function drawEverywhere({ index, idOf, nameOf }: Drawing, cycle: Cycle): string[] {
  const transitions = transitionsOfCycle(cycle);
  if (transitions.length === 0) return [];
  const acting = transitions.filter(({ transition }) => transition.to === undefined);
  const notes = acting.map((placed) => `${waitsFor(placed)} / ${does(placed) || 'nothing'}`);
  return [
    `state "any stage" as ${anyStage}`,
    ...transitions.flatMap((placed) =>
      targetsOf(placed.transition).map((to) => {
        const top = chain(index, to).at(-1) ?? to;
        const meant = top === to ? '' : `${nameOf(to)}, `;
        return `${anyStage} --> ${idOf(top)} : ${meant}${waitsFor(placed)}`;
      }),
    ),
    ...(notes.length > 0 ? [`note right of ${anyStage}`, ...indented(notes), 'end note'] : []),
  ];
}

// Walks through a chart, kept. In a step the chart only asks questions: whether a guard holds, and what a list of
// actions raises. XState decides which comes next; asked the same and answered the same, it always comes to the
// same end. So a walk that is known is repeated by asking its questions again, and XState is needed for new ones.
import { type Draft, type Happening, hear } from '../step/draft.ts';

/** Asks the draft, which changes by it when the question is a list of actions. */
export type Question<Kind extends Answer = Answer> = (draft: Draft) => Kind;
type Answer = boolean | Happening[];

/** One question of a walk; the first one is known before it was ever asked. */
export interface Walk<End> {
  question: Question | null;
  /** Which of the step's happenings is heard when it is asked; none for what the chart does by itself. */
  heard: number;
  next: { answer: string | boolean; walk: Walk<End> }[];
  end: { value: End } | null;
}

export const newWalk = <End>(): Walk<End> => ({ question: null, heard: -1, next: [], end: null });

/** A walk in the making, as XState goes along. */
export interface Trail {
  readonly draft: Draft;
  /** What began the step, then all that was raised, in order. */
  readonly happenings: [Happening, ...Happening[]];
  /** Answers from repeating the walk as far as it was known: XState is given them, and nothing is done twice. */
  readonly known: Answer[];
  repeated: number;
  /** Writes a new question and its answer down. */
  note: (question: Question, heard: number, answer: Answer) => void;
}

/** Of a list of actions only the types that it raised matter to the chart. */
function keyOf(answer: Answer): string | boolean {
  if (typeof answer === 'boolean') return answer;
  return answer.length === 0 ? '' : answer.map(({ type }) => type).join('\n');
}

const after = <End>(walk: Walk<End>, answer: Answer): Walk<End> | undefined => {
  const key = keyOf(answer);
  return walk.next.find((branch) => branch.answer === key)?.walk;
};

/** For XState's own callbacks: the answer, known already or asked for now. */
export function answerFor<Kind extends Answer>(
  trail: Trail | null,
  question: Question<Kind>,
  happening: Happening | undefined,
): Kind {
  if (!trail) throw new Error('The chart asked outside a step.');
  const known = trail.known[trail.repeated];
  if (known !== undefined) {
    trail.repeated += 1;
    return known as Kind;
  }
  return ask(trail, question, happening === undefined ? -1 : trail.happenings.indexOf(happening));
}

function ask<Kind extends Answer>(trail: Trail, question: Question<Kind>, heard: number): Kind {
  const happening = trail.happenings[heard];
  if (happening) hear(trail.draft, happening);
  const answer = question(trail.draft);
  if (Array.isArray(answer)) trail.happenings.push(...answer);
  if (!trail.draft.fault) trail.note(question, heard, answer);
  return answer;
}

/**
 * Follows the walk as far as it is known, and has `explore` go on from there. Null after a fault, which is never
 * part of a walk. `grown` is called for each question that is new.
 */
export function follow<End>(
  start: Walk<End>,
  draft: Draft,
  { explore, grown }: { explore: (trail: Trail) => End | null; grown: () => void },
): End | null {
  let at = start;
  const trail: Trail = {
    draft,
    happenings: [draft.happening],
    known: [],
    repeated: 0,
    note: (_, __, answer) => trail.known.push(answer),
  };
  while (at.question) {
    const answer = ask(trail, at.question, at.heard);
    if (draft.fault) return null;
    const next = after(at, answer);
    if (!next) break;
    at = next;
  }
  if (at.end) return at.end.value;
  trail.note = (question, heard, answer) => {
    at = extend(at, { question, heard, answer });
    grown();
  };
  // The last answer may be new itself.
  const last = trail.known.at(-1);
  if (at.question && last !== undefined) trail.note(at.question, at.heard, last);
  const value = explore(trail);
  if (value === null || draft.fault) return null;
  at.end = { value };
  return value;
}

function extend<End>(
  walk: Walk<End>,
  asked: { question: Question; heard: number; answer: Answer },
): Walk<End> {
  walk.question = asked.question;
  walk.heard = asked.heard;
  const next = newWalk<End>();
  walk.next.push({ answer: keyOf(asked.answer), walk: next });
  return next;
}

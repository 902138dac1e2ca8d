// CYC-21: who rates has the same picture of each level: three to five of them, each with what is seen and an example.
import type { Cycle } from '../../model/cycle.ts';
import type { Json } from '../../model/json.ts';
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem } from '../chart-view.ts';
import { add } from '../fixes/edits.ts';
import { type TaskAt, tasksAt } from '../tasks-of.ts';
import { ownForm, propertiesIn } from './calibration.ts';

const fewest = 3;
const most = 5;
const leastWords = 8;

type Level = NonNullable<Cycle['scale']>[number];

const wordsIn = (text: string): number =>
  text
    .trim()
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word)).length;

/** A start for a scale of one's own. */
const exampleScale: Json = [
  {
    level: 'below',
    anchor: 'Results stay short of the agreed standard in ways that others have to make up for.',
    example: 'Two of three reports came a week late, and finance closed the month without them.',
  },
  {
    level: 'meets',
    anchor: 'Results reach the agreed standard, on time, without others having to step in.',
    example: 'All monthly reports were complete by the fifth working day of the month.',
  },
  {
    level: 'exceeds',
    anchor: 'Results go clearly past the agreed standard and make the work of others easier.',
    example: 'Reports came two days early, with an explanation of every figure that had moved.',
  },
];

const asksForLevel = ({ purpose }: TaskAt): boolean =>
  purpose === 'appraisal' || purpose === 'self-appraisal';

function missingScale({ cycle }: ChartView, ratings: readonly TaskAt[]): Problem[] {
  const [first] = ratings;
  if (cycle.scale !== undefined || !first) return [];
  const message = `"${first.task.title}" asks for a level, and nothing says what each level looks like. Give the cycle a scale with anchors.`;
  const problem = makeProblem('CYC-21', 'warning', { place: first.place, stage: first.stage }, message);
  return [
    {
      ...problem,
      fixes: [{ title: 'Start with a scale of three levels', commands: [add('/scale', exampleScale)] }],
    },
  ];
}

const say = (place: string, message: string): Problem =>
  makeProblem('CYC-21', 'warning', { place, stage: null }, message);

function weakLevel({ level, anchor, example }: Level, place: number): Problem[] {
  const words = wordsIn(anchor);
  if (words < leastWords)
    return [
      say(
        `scale/${place}/anchor`,
        `The anchor of "${level}" has ${words} words. Say in ${leastWords} at least what is seen where it fits.`,
      ),
    ];
  return example === undefined
    ? [say(`scale/${place}`, `"${level}" has no example. Add one that everybody knows.`)]
    : [];
}

function weakScale(scale: Cycle['scale']): Problem[] {
  if (scale === undefined) return [];
  const size =
    scale.length < fewest || scale.length > most
      ? [
          say(
            'scale',
            `The scale has ${scale.length} levels. Use ${fewest} to ${most}: fewer tell nothing apart, more are not told apart.`,
          ),
        ]
      : [];
  return [...size, ...scale.flatMap(weakLevel)];
}

/** Choices that a rating form of one's own offers. */
function ownChoices({ task, place, stage }: TaskAt): Problem[] {
  const form = ownForm(task);
  if (form === null) return [];
  return Object.entries(propertiesIn(form)).flatMap(([name, field]) => {
    const choices =
      typeof field === 'object' && field !== null && !Array.isArray(field) ? field.enum : undefined;
    if (!Array.isArray(choices) || (choices.length >= fewest && choices.length <= most)) return [];
    const message = `"${name}" offers ${choices.length} levels. Use ${fewest} to ${most}.`;
    return [
      makeProblem('CYC-21', 'warning', { place: `${place}/form/properties/${name}/enum`, stage }, message),
    ];
  });
}

export function checkScale(view: ChartView): Problem[] {
  const ratings = tasksAt(view.stages).filter(asksForLevel);
  return [...missingScale(view, ratings), ...weakScale(view.cycle.scale), ...ratings.flatMap(ownChoices)];
}

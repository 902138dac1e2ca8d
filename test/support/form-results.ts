// Valid results for the form of any task, so that a test or a script can work every cycle.
// The first of a form's results is the one that helps the plan along.
import type { CycleTask, Goal, Json, JsonObject, Outcome } from '../../engine/index.ts';

const comment = 'Nothing to add for now.';
const outcomes: readonly Outcome[] = ['meets', 'below', 'exceeds'];

const appraisals = (goals: readonly Goal[]): JsonObject[] =>
  outcomes.map((methods) => ({
    goals: goals
      .slice(0, 50)
      .map((goal) => ({ goalId: goal.id, results: 'meets', methods, evidence: 'The figures of the year.' })),
    methods,
    results: 'meets',
    reason: 'The visits of the last week are not in the figures.',
    summary: 'Judged by the figures and by how the work was done.',
  }));

const builtIn: Record<string, (goals: readonly Goal[]) => JsonObject[]> = {
  'plan-agreement': () => [
    { decision: 'agreed', comment },
    { decision: 'returned', comment: 'Too far from last year.' },
  ],
  goals: () => [{ goals: [], comment }],
  measures: () => [{ measures: [], comment }],
  standards: () => [{ standards: [], comment }],
  observation: () => [{ observations: [], comment }],
  feedback: () => [{ text: 'On 12 May the list was ready a day early, so the visit could start at nine.' }],
  'self-appraisal': (goals) =>
    outcomes.map((methods) => ({
      results: 'meets',
      methods,
      goals: goals.slice(0, 50).map((goal) => ({ goalId: goal.id, text: 'As agreed.' })),
      evidence: 'The figures.',
    })),
  appraisal: appraisals,
  calibration: () => [{ decision: 'kept', reason: 'The evidence is the same.' }],
  acknowledgement: () => [
    { decision: 'signed', comment },
    { decision: 'refused', comment: 'Two visits were counted twice.' },
  ],
  reward: () => [
    { decision: 'approved', title: 'Thank you', comment },
    { decision: 'declined', title: 'Not this time', comment },
  ],
  intervention: () =>
    ['standard', 'measure', 'method', 'resources', 'capability'].map((cause) => ({
      cause,
      analysis: 'Half of the inspections were booked on days without a crew.',
    })),
  nomination: () => [{ peers: ['ana', 'bo', 'cem'], reports: [] }],
};

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldValues(field: Json): Json[] {
  if (!isObject(field)) return ['Said plainly.'];
  if (Array.isArray(field.enum)) return field.enum;
  if (field.type === 'boolean') return [true, false];
  if (field.type !== 'integer' && field.type !== 'number') return ['Said plainly.'];
  return [field.maximum ?? 1, field.minimum ?? 0];
}

/** One result for each value of each field, the other fields at their first value. */
function schemaResults(schema: JsonObject): JsonObject[] {
  const fields = Object.entries(isObject(schema.properties) ? schema.properties : {});
  const first = Object.fromEntries(fields.map(([name, field]) => [name, fieldValues(field)[0] ?? null]));
  const others = fields.flatMap(([name, field]) =>
    fieldValues(field)
      .slice(1)
      .map((value) => ({ ...first, [name]: value })),
  );
  return [first, ...others];
}

/** `goals` are those of the component that the plan is for. */
export function formResults(form: CycleTask['form'], goals: readonly Goal[]): JsonObject[] {
  if (typeof form !== 'string') return schemaResults(form);
  const results = builtIn[form];
  if (!results) throw new Error(`There is no result for the form "${form}": add one here.`);
  return results(goals);
}

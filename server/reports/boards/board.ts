// A board: one question over many plans, answered by rows of numbers. Which numbers a board has is told here once; its
// words are the editor's.

export const boardColumns = {
  outcomes: ['exceeds', 'meets', 'below', 'notScored'],
  dwell: ['medianDays', 'stays', 'now'],
  completion: ['plans', 'agreed', 'selfAppraised', 'appraised', 'acknowledged', 'ended'],
  overdue: ['overdue', 'open', 'longestDays'],
  load: ['open', 'overdue', 'dueSoon', 'components'],
  raters: ['rated', 'mean', 'difference', 'flagged'],
  groups: ['people', 'exceeds', 'meets', 'below', 'highestRatio', 'sparedRatio'],
  effects: ['given', 'followed', 'better', 'same', 'worse', 'unknown', 'meanChange'],
  methods: ['exceeds', 'meets', 'below'],
  goals: ['exceeds', 'meets', 'below', 'notScored'],
  feedback: ['components', 'heard', 'given', 'share'],
} as const satisfies Record<string, readonly string[]>;

export type BoardName = keyof typeof boardColumns;
export const boardNames = Object.keys(boardColumns) as BoardName[];

/** What narrows the list of plans to those behind a row. */
export type Drill = Partial<
  Record<
    | 'under'
    | 'component'
    | 'manager'
    | 'owes'
    | 'late'
    | 'stage'
    | 'cycle'
    | 'outcome'
    | 'methods'
    | 'results'
    | 'dimension'
    | 'goalOutcome'
    | 'given'
    | 'after'
    | 'kind'
    | 'status'
    | 'counted',
    string
  >
>;

export interface BoardRow {
  id: string;
  /** Null: known by its id, whose words are the editor's. */
  name: string | null;
  /** What else tells it apart, such as the cause of an intervention. */
  detail: string | null;
  /** What `detail` is called, where it is an id whose words are nobody's but the organisation's. */
  detailName: string | null;
  values: Record<string, number | null>;
  drill: Drill | null;
  /** Too few for the reader to be told. */
  withheld: boolean;
}

export const row = (
  id: string,
  values: BoardRow['values'],
  more: Partial<Pick<BoardRow, 'name' | 'detail' | 'detailName' | 'drill'>> = {},
): BoardRow => ({
  ...{ id, name: null, detail: null, detailName: null, drill: null, withheld: false, values },
  ...more,
});

export const rounded = (value: number, digits = 2): number => {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
};

// Lying bars, one per line, in parts that carry their shape and number. What they show is said and tabled beside them.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useMatches } from '@mantine/core';

export interface BarPart {
  /** The key of its value in each line. */
  name: string;
  words: string;
  color: string;
  /** Stands before the number, so that the part is known without its colour. */
  sign?: string;
}
export type BarLine = { label: string } & Record<string, string | number>;

interface Props {
  /** What the picture shows, for those who do not see it. */
  said: string;
  lines: BarLine[];
  parts: BarPart[];
  format: (value: number) => string;
  /** Lines across, such as the score that meets. */
  marks?: { at: number; label: string }[];
  /** The largest value of the axis; without it the largest of the lines. */
  until?: number;
}

const barHeight = 34;
const axisHeight = 44;

const shorten = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;

function partLabel(
  { sign }: BarPart,
  { format, fits }: { format: Props['format']; fits: (value: number) => boolean },
) {
  return {
    position: 'insideRight' as const,
    fill: 'var(--cw-surface)',
    fontSize: 12,
    fontWeight: 600,
    formatter: (value: unknown) =>
      typeof value === 'number' && fits(value) ? [sign, format(value)].filter(Boolean).join(' ') : '',
  };
}

export function Bars({ said, lines, parts, format, marks = [], until }: Props) {
  const nameWidth = useMatches({ base: 108, sm: 210 });
  const totals = lines.map((line) => parts.reduce((sum, { name }) => sum + Number(line[name] ?? 0), 0));
  const end = until ?? Math.max(1, ...totals);
  const fits = (value: number): boolean => value / end > 0.09;
  return (
    <div role="img" aria-label={said}>
      <BarChart
        h={lines.length * barHeight + axisHeight + (marks.length > 0 ? 16 : 0)}
        orientation="vertical"
        type="stacked"
        data={lines}
        dataKey="label"
        series={parts.map(({ name, words, color }) => ({ name, label: words, color }))}
        valueFormatter={format}
        accessibilityLayer={false}
        gridAxis="y"
        tickLine="none"
        maxBarWidth={22}
        textColor="var(--cw-muted)"
        gridColor="var(--cw-border)"
        referenceLines={marks.map(({ at, label }) => ({
          x: at,
          label,
          color: 'var(--cw-border-strong)',
          labelPosition: 'top',
        }))}
        xAxisProps={{ domain: [0, end], allowDecimals: false }}
        yAxisProps={{
          width: nameWidth,
          interval: 0,
          tickFormatter: (name: string) => shorten(name, Math.floor(nameWidth / 7)),
        }}
        barProps={({ name }) => {
          const part = parts.find((one) => one.name === name);
          return { isAnimationActive: false, ...(part ? { label: partLabel(part, { format, fits }) } : {}) };
        }}
        barChartProps={{ margin: { top: marks.length > 0 ? 18 : 4, right: 12, bottom: 0, left: 0 } }}
      />
    </div>
  );
}

// Lying bars, one per line, in parts that carry their shape and number. What they show is said and tabled beside them.
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useMatches } from '@mantine/core';
import { useRef } from 'react';
import { type BarPart, partLabel } from './part-label.tsx';
import { useInTurn } from './use-in-turn.ts';

export type BarLine = { label: string } & Record<string, string | number>;

interface Props {
  /** What the picture shows, for those who do not see it. */
  said: string;
  lines: BarLine[];
  parts: BarPart[];
  format: (value: number) => string;
  /** Lines across, such as the score that meets. */
  marks?: { at: number; label: string }[];
  /** The places of the axis; without them they follow from the lines. */
  ticks?: number[];
}

const barHeight = 36;
const axisHeight = 40;
const markHeight = 18;
/** A name has room for two lines. */
const lettersIn = (width: number): number => Math.floor(width / 3.8);

const shorten = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;

interface DrawingProps extends Omit<Props, 'said'> {
  height: number;
}

function Drawing({ lines, parts, format, marks = [], ticks, height }: DrawingProps) {
  const nameWidth = useMatches({ base: 112, sm: 210 });
  /** Where there is little room only the first mark is named. */
  const named = useMatches({ base: 1, sm: marks.length });
  const top = marks.length > 0 ? markHeight : 0;
  return (
    <BarChart
      h={height}
      orientation="vertical"
      type="stacked"
      data={lines}
      dataKey="label"
      series={parts.map(({ name, words, color }) => ({ name, label: words, color }))}
      valueFormatter={format}
      accessibilityLayer={false}
      gridAxis="y"
      tickLine="none"
      maxBarWidth={24}
      textColor="var(--cw-muted)"
      gridColor="var(--cw-border)"
      referenceLines={marks.map(({ at, label }, index) => ({
        x: at,
        label: {
          value: index < named ? label : '',
          position: 'top',
          fill: 'var(--cw-muted)',
          fontSize: 12,
        },
        color: 'var(--cw-border-strong)',
      }))}
      xAxisProps={{
        allowDecimals: false,
        tickFormatter: String,
        ...(ticks ? { ticks, domain: [0, Math.max(...ticks)] } : {}),
      }}
      yAxisProps={{
        width: nameWidth,
        interval: 0,
        tickFormatter: (name: string) => shorten(name, lettersIn(nameWidth)),
      }}
      barProps={({ name }) => {
        // By its key: without one the number of a part would count those before it too.
        const part = parts.find((one) => one.name === name);
        return {
          isAnimationActive: false,
          ...(part ? { label: { dataKey: name, content: partLabel(part, format) } } : {}),
        };
      }}
      barChartProps={{ margin: { top: top + 4, right: 16, bottom: 0, left: 0 } }}
    />
  );
}

export function Bars({ said, ...given }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const isDrawn = useInTurn(place);
  const top = given.marks?.length ? markHeight : 0;
  const height = given.lines.length * barHeight + axisHeight + top;
  return (
    <div
      role="img"
      aria-label={said}
      ref={place}
      style={{ minHeight: height }}
      data-drawing={isDrawn ? 'there' : 'to-come'}
    >
      {isDrawn && <Drawing {...given} height={height} />}
    </div>
  );
}

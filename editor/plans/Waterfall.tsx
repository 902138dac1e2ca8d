// The score's contributions as bars with numbers; the numbers alone say it all.
import { Text, Title } from '@mantine/core';
import { type ComponentScore, displayScore, type Goal } from '../../engine/index.ts';
import { outcomeStyle } from '../theme/theme.ts';
import classes from './plans.module.css';
import { type Waterfall as Shape, waterfallOf } from './waterfall.ts';

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;
const signed = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : '±'}${Math.abs(value).toFixed(1)}`;

function Rows({ shape }: { shape: Shape }) {
  return shape.steps.map((step) => (
    <tr key={step.id}>
      <td style={{ width: '42%', padding: '4px 12px 4px 0' }}>
        <Text size="sm" lineClamp={2}>
          {step.name}
        </Text>
      </td>
      <td aria-hidden="true">
        <div className={classes.bar}>
          <span
            style={{
              left: percent(step.from),
              width: `max(2px, ${percent(step.to - step.from)})`,
              background: outcomeStyle[step.contribution < 0 ? 'below' : 'meets'].color,
            }}
          />
        </div>
      </td>
      <td style={{ width: 64, textAlign: 'right', paddingLeft: 8 }}>
        <Text size="sm" fw={600} span>
          {signed(step.contribution)}
        </Text>
      </td>
    </tr>
  ));
}

export function Waterfall({ score, goals }: { score: ComponentScore | null; goals: Goal[] }) {
  const shape = waterfallOf(score, goals);
  if (!shape) return null;
  return (
    <section className={classes.panel} aria-label="How the score comes about">
      <Title order={3}>How the score comes about</Title>
      <Text size="sm" c="var(--cw-muted)" mb="xs">
        100 meets every standard; each goal pushes up or pulls down, to {displayScore(shape.score)}.
      </Text>
      <table style={{ width: '100%', borderCollapse: 'collapse' }}>
        <tbody>
          <Rows shape={shape} />
        </tbody>
      </table>
    </section>
  );
}

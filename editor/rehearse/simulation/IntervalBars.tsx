// Lying bars with the interval that holds the true figure in 95 of 100 simulations; the same figures as a table below.

import { t } from '../../language/index.ts';
import { OutcomeShape } from '../../theme/OutcomeShape.tsx';
import { outcomeStyle } from '../../theme/theme.ts';
import shared from '../rehearse.module.css';
import { type Line, withInterval } from './figures.ts';
import styles from './simulation.module.css';

interface Props {
  /** The question that the picture answers. */
  said: string;
  lines: readonly Line[];
  text(value: number): string;
  headings: readonly [string, string];
  /** A line across, such as what a week can take. */
  mark?: { at: number; words: string };
}

const mostBars = 10;

/** Where the axis ends: a share ends at all. */
function topOf(lines: readonly Line[], mark: Props['mark']): number {
  return Math.max(...lines.map(({ at }) => Math.max(at.value, at.high)), mark?.at ?? 0, 1e-9);
}

export function IntervalBars({ said, lines, text, headings, mark }: Props) {
  const top = topOf(lines, mark);
  const percent = (value: number): string => `${Math.min(100, (value / top) * 100)}%`;
  return (
    <>
      <div role="img" aria-label={said} className={styles.bars}>
        {lines.slice(0, mostBars).map(({ key, label, at, outcome, flagged }) => (
          <div key={key} className={styles.line}>
            <span className={styles.label} title={label}>
              {outcome && <OutcomeShape outcome={outcome} />} {label}
            </span>
            <span className={styles.track}>
              <span
                className={styles.bar}
                data-flagged={flagged || undefined}
                style={{
                  width: percent(at.value),
                  ...(outcome ? { background: outcomeStyle[outcome].color } : {}),
                }}
              />
              {at.high > at.low && (
                <span
                  className={styles.interval}
                  style={{ left: percent(at.low), width: `calc(${percent(at.high)} - ${percent(at.low)})` }}
                />
              )}
              {mark && <span className={styles.mark} style={{ left: percent(mark.at) }} />}
            </span>
            <span className={styles.value}>{text(at.value)}</span>
          </div>
        ))}
        {mark && <span className={styles.markWords}>┊ {mark.words}</span>}
      </div>
      <details className={styles.figures}>
        <summary>{t('The figures behind it')}</summary>
        <table className={shared.table} aria-label={t('Figures: {said}', { said })}>
          <thead>
            <tr>
              <th>{headings[0]}</th>
              <th>{headings[1]}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, label, at, flagged }) => (
              <tr key={key}>
                <td>{label}</td>
                <td>
                  {at.high > at.low ? withInterval(at, text) : text(at.value)}
                  {flagged && ` · ${t('above the limit')}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

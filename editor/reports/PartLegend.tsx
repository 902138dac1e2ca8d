// What the parts of a bar stand for, where they are no outcomes.
import { t } from '../language/index.ts';
import type { BarPart } from './part-label.tsx';
import classes from './reports.module.css';

export function PartLegend({ parts }: { parts: BarPart[] }) {
  if (parts.length < 2) return null;
  return (
    <ul className={classes.legend} aria-label={t('Legend')}>
      {parts.map(({ name, words, color }) => (
        <li key={name}>
          <span className={classes.swatch} style={{ background: color }} aria-hidden="true" /> {words}
        </li>
      ))}
    </ul>
  );
}

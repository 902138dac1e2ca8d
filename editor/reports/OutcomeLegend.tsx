// What the shapes and colours of the outcomes mean.
import { t } from '../language/index.ts';
import { OutcomeShape } from '../theme/OutcomeShape.tsx';
import { type OutcomeOrNone, outcomeStyle } from '../theme/theme.ts';
import classes from './reports.module.css';

const everyOutcome: OutcomeOrNone[] = ['exceeds', 'meets', 'below', 'not-scored'];

export function OutcomeLegend({ outcomes = everyOutcome }: { outcomes?: OutcomeOrNone[] }) {
  return (
    <ul className={classes.legend} aria-label={t('Legend')}>
      {outcomes.map((outcome) => (
        <li key={outcome}>
          <OutcomeShape outcome={outcome} /> {outcomeStyle[outcome].words}
        </li>
      ))}
    </ul>
  );
}

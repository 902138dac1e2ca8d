// The kinds of the cycle's stages in their order, with the one where the plan is.
import type { CSSProperties } from 'react';
import type { StageKind } from '../../engine/index.ts';
import type { StageInOrder } from '../app/words/stages-in-order.ts';
import { t } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import { stageKindStyle } from '../theme/theme.ts';
import classes from './plans.module.css';

/** Each kind once, where it comes first. */
export const kindsOf = (stages: StageInOrder[]): StageKind[] => [
  ...new Set(stages.flatMap(({ kind }) => (kind ? [kind] : []))),
];

export function Stepper({ stages, here }: { stages: StageInOrder[]; here: string[] }) {
  const kindHere = new Set(stages.filter(({ id }) => here.includes(id)).map(({ kind }) => kind));
  return (
    <ol
      className={classes.stepper}
      style={{ listStyle: 'none', margin: 0, padding: 0 }}
      aria-label={t('Where the plan is')}
    >
      {kindsOf(stages).map((kind) => (
        <li
          key={kind}
          className={classes.step}
          data-here={kindHere.has(kind)}
          aria-current={kindHere.has(kind) ? 'step' : undefined}
          style={{ '--step-colour': stageKindStyle[kind].color } as CSSProperties}
        >
          <StageKindIcon kind={kind} size={15} />
          {stageKindStyle[kind].words}
        </li>
      ))}
    </ol>
  );
}

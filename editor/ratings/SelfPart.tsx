// How whom a plan is about sees it: goal by goal, and as a whole.
import { Text } from '@mantine/core';
import type { Appraisal } from '../app/api/wire.ts';
import { t } from '../language/index.ts';
import { Axes } from './Axes.tsx';
import { EvidenceItems } from './EvidenceItems.tsx';
import classes from './ratings.module.css';

export function SelfPart({ self, planId }: Pick<Appraisal, 'self' | 'planId'>) {
  if (!self) return null;
  return (
    <div className={classes.version}>
      <Text size="sm" fw={600}>
        {t('How they see it themselves')}
      </Text>
      <Axes {...self} />
      {self.goals.map(({ goalId, title, text, factors, evidenceItems }) => (
        <div key={goalId}>
          <Text size="sm" fw={500}>
            {title}
          </Text>
          <Text size="sm">{text}</Text>
          {factors !== '' && (
            <Text size="sm">
              {t('What helped or hindered')}: {factors}
            </Text>
          )}
          <EvidenceItems items={evidenceItems} planId={planId} />
        </div>
      ))}
      {self.evidence !== '' && <Text size="sm">{self.evidence}</Text>}
      <EvidenceItems items={self.evidenceItems} planId={planId} />
    </div>
  );
}

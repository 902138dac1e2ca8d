// What a judgement rests on, as links to where it stands on the plan's page.
import { Text } from '@mantine/core';
import type { Appraisal } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { shortDate } from '../app/words/due.ts';
import { withUnit } from '../goals/track-of.ts';
import { t } from '../language/index.ts';
import classes from './ratings.module.css';

type Item = Appraisal['ratings'][number]['evidenceItems'][number];

function itemWords(item: Item): string {
  if (item.kind === 'feedback') return `${item.author.name}, ${shortDate(item.at)}: “${item.text}”`;
  const { title, unit, value, numerator, denominator, periodStart, periodEnd } = item;
  const counted = numerator === null ? withUnit(null, unit) : `${numerator} / ${denominator}`;
  const what = value === null ? counted : withUnit(value, unit);
  return `${title}: ${what} · ${shortDate(periodStart)} – ${shortDate(periodEnd)}`;
}

export function EvidenceItems({ items, planId }: { items: readonly Item[]; planId: string }) {
  if (items.length === 0) return null;
  return (
    <div>
      <Text size="xs" c="var(--cw-muted)">
        {t('Rests on')}
      </Text>
      <ul className={classes.evidence}>
        {items.map((item) => (
          <li key={item.id}>
            <AnchorLink
              to="/plans/$planId"
              params={{ planId }}
              hash={item.kind === 'feedback' ? 'feedback' : 'observations'}
              size="sm"
            >
              {itemWords(item)}
            </AnchorLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

// The transitions that would follow something, each with what its guard says now: the answer to "why not?".
import {
  IconArrowRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHelpCircle,
} from '@tabler/icons-react';
import type { AskedTransition, Cycle } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import styles from '../rehearse.module.css';
import { stageName, valuesWords } from './say.ts';
import { type Verdict, verdictsOf } from './ways.ts';

interface Props {
  cycle: Cycle;
  leads: readonly AskedTransition[];
  /** What a guard that cannot be answered yet waits for. */
  waitsFor: string;
}

const looks = {
  would: { icon: IconCircleCheck, color: 'var(--cw-outcome-meets)' },
  held: { icon: IconCircleX, color: 'var(--cw-danger)' },
  depends: { icon: IconHelpCircle, color: 'var(--cw-muted)' },
  behind: { icon: IconCircleDashed, color: 'var(--cw-muted)' },
} as const;

function reasonWords({ guard, warnings, values }: AskedTransition): string {
  const seen = valuesWords(values);
  if (warnings.length > 0) return warnings.join(' ');
  return seen === '' || seen === `${guard} is ${values[guard ?? '']}` ? '' : seen;
}

function verdictWords(lead: AskedTransition, verdict: Verdict, waitsFor: Props['waitsFor']): string {
  const reason = reasonWords(lead);
  switch (verdict) {
    case 'would':
      if (lead.guard !== null) return `Holds${reason && `: ${reason}`}`;
      return lead.event === 'done' ? t('Then it goes there') : t('Nothing holds it back');
    case 'held':
      return `Does not hold${reason && `: ${reason}`}`;
    case 'depends':
      return t('Depends on {waitsFor}', { waitsFor });
    case 'behind':
      return t('Not asked: the one before it goes first');
  }
}

export function Leads({ cycle, leads, waitsFor }: Props) {
  if (leads.length === 0) return null;
  return (
    <ul className={styles.leads}>
      {verdictsOf(leads).map(({ lead, verdict }) => {
        const { icon: Icon, color } = looks[verdict];
        return (
          <li key={lead.pointer} data-verdict={verdict}>
            <Icon size={15} color={color} aria-hidden className={styles.leadIcon} />
            <span className={styles.leadText}>
              <span>
                <IconArrowRight size={13} aria-hidden className={styles.arrow} />
                {lead.to === null ? t('Stays, and acts') : stageName(cycle, lead.to)}
                {lead.event.endsWith('.overdue') && (
                  <span className={styles.muted}> {t('when it is late')}</span>
                )}
              </span>
              {lead.guard !== null && <code className={styles.guard}>{lead.guard}</code>}
              <span className={styles.muted}>{verdictWords(lead, verdict, waitsFor)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

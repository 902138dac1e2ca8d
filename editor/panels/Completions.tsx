// The list of what could come next: each with its type, a function with its parameters.

import { t } from '../language/index.ts';
import type { Completion } from './feel-completions.ts';
import styles from './panels.module.css';

interface Props {
  id: string;
  offered: readonly Completion[];
  active: number | null;
  /** Tab takes the first one. */
  hasTab?: boolean;
  onPick(completion: Completion, timeStamp: number): void;
}

export function Completions({ id, offered, active, hasTab = true, onPick }: Props) {
  if (offered.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label={t('What could come next')} className={styles.completions}>
      {offered.map((offer, index) => (
        <div
          key={offer.label}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.completion}
          title={offer.about}
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(offer, event.timeStamp);
          }}
        >
          <code>{offer.label}</code>
          <span>{offer.gives}</span>
          {hasTab && index === (active ?? 0) && <kbd>Tab</kbd>}
        </div>
      ))}
      {offered[active ?? 0]?.about && <p className={styles.completionAbout}>{offered[active ?? 0]?.about}</p>}
    </div>
  );
}

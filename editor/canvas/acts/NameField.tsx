// The field in which a stage is renamed where it stands: Enter takes the name, Escape gives up, a refusal says why.
import { useState } from 'react';
import { t } from '../../language/index.ts';
import styles from '../canvas.module.css';
import { useCanvasActs } from './canvas-acts.ts';

export function NameField({ id, name }: { id: string; name: string }) {
  const acts = useCanvasActs();
  const [text, setText] = useState(name);
  const [refusal, setRefusal] = useState<string | null>(null);
  const finish = () => {
    if (text.trim() === name) return acts.ask(null);
    const result = acts.run({ type: 'rename-stage', stage: id, name: text });
    if (result.kind === 'refused') setRefusal(result.reason);
    else acts.ask(null);
  };
  return (
    <span className={styles.rename}>
      <input
        ref={(field) => {
          if (field && field.dataset.rename !== 'true') {
            field.dataset.rename = 'true';
            field.focus({ preventScroll: true });
            field.select();
          }
        }}
        className={`${styles.nameField} nodrag nopan`}
        aria-label={t('Name of {name}', { name })}
        aria-invalid={refusal !== null}
        value={text}
        maxLength={120}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => (refusal === null ? finish() : acts.ask(null))}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') finish();
          if (event.key === 'Escape') acts.ask(null);
        }}
      />
      {refusal && (
        <span role="alert" className={styles.refusal}>
          {refusal}
        </span>
      )}
    </span>
  );
}

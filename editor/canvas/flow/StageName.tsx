// A stage's name, and the field that takes its place while it is renamed.
import { NameField } from '../acts/NameField.tsx';
import styles from '../canvas.module.css';
import type { StageData } from './to-nodes.ts';

export function StageName({ data }: { data: StageData }) {
  if (data.renaming) return <NameField id={data.view.id} name={data.view.name} />;
  return (
    <span className={styles.name} title={data.view.name}>
      {data.view.name}
    </span>
  );
}

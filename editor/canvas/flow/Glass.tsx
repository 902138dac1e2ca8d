// Lies over the canvas while something is moved on it: what is under the pointer is then not looked for among all that
// is drawn, which takes longer than drawing the move.
import styles from '../canvas.module.css';

export function Glass() {
  return <div className={styles.glass} />;
}

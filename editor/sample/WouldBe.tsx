// Who a relation would be today for the chosen component, as the server resolves it for real tasks.
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { isRelation } from '../../engine/index.ts';
import { assigneesQuery } from '../app/api/organisation-queries.ts';
import { ComponentSelect } from '../app/parts/ComponentSelect.tsx';
import { listText, t } from '../language/index.ts';
import { tx } from '../language/say-elements.ts';
import { useEditing } from '../panels/editing.ts';
import { QuietAct } from '../theme/QuietAct.tsx';
import styles from './sample.module.css';
import { relationFor } from './sample.ts';
import { type Sample, useSampling } from './sample-context.ts';
import { type SamplePlay, useSamplePlay } from './use-sample-play.ts';

interface Props {
  text: string;
  picking: boolean;
  onPick(picking: boolean): void;
}

/** Undefined while it is not known yet, null when it is no relation. */
function relationOf(text: string, { begun }: SamplePlay, sample: Sample): string | null | undefined {
  if (isRelation(text)) return text;
  if (begun === null) return undefined;
  return begun.kind === 'ready' ? relationFor(begun.play, text, sample) : null;
}

export function WouldBe({ text, picking, onPick }: Props) {
  const { cycle } = useEditing();
  const { sample, choose } = useSampling();
  const play = useSamplePlay(useDeferredValue(cycle));
  const relation = relationOf(useDeferredValue(text.trim()), play, sample);
  const id = sample.componentId;
  const asked = useQuery({
    ...assigneesQuery(id ?? '', relation ?? ''),
    enabled: id !== null && typeof relation === 'string',
  });
  const people = asked.data?.people.map(({ name }) => name);
  return (
    <div className={styles.wouldBe}>
      <output aria-live="polite">
        {id !== null &&
          play.component &&
          tx('For {name}, today this would be {who}', {
            name: play.component.name,
            who: whoWords(relation, people),
          })}
      </output>
      {picking || id === null ? (
        <ComponentSelect
          size="xs"
          label={t('Component')}
          placeholder={t('A sample team')}
          clearable
          value={id}
          onChange={(componentId) => {
            choose({ componentId });
            onPick(false);
          }}
        />
      ) : (
        <QuietAct ml="auto" onClick={() => onPick(true)}>
          {t('Change')}
        </QuietAct>
      )}
    </div>
  );
}

function whoWords(relation: string | null | undefined, people: readonly string[] | undefined) {
  if (relation === null) return t('nobody: it gives no relation.');
  if (relation === undefined || people === undefined) return '…';
  if (people.length === 0) return <strong>{t('nobody.')}</strong>;
  return (
    <strong>
      {people.length > 5
        ? t('{people} and {count} others', {
            people: people.slice(0, 4).join(', '),
            count: people.length - 4,
          })
        : listText(people)}
    </strong>
  );
}

// What a stage is: name, kind, type, whether the container starts here, how a plan ends in it.
import { Button, Stack, Switch } from '@mantine/core';
import { stageKinds } from '../../engine/index.ts';
import { pointer } from '../document/pointer.ts';
import {
  findStage,
  isWaiting,
  nameOf,
  type PlacedStage,
  type StageType,
  stagesInside,
  typeOf,
} from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import { stageKindStyle } from '../theme/theme.ts';
import { ChoiceField, SuggestField } from './ChoiceField.tsx';
import { useEditing } from './editing.ts';
import { PlaceProblems } from './PlaceProblems.tsx';
import styles from './panels.module.css';
import { TextField } from './TextField.tsx';

const kindOptions = stageKinds.map((kind) => ({ value: kind, label: stageKindStyle[kind].words }));
const typeWords: Record<StageType, string> = {
  atomic: t('Stage'),
  compound: t('Group: one inside at a time'),
  parallel: t('Parallel: all inside at once'),
  final: t('End'),
  history: t('History: back to where it was'),
};
const typeOptions = Object.entries(typeWords).map(([value, label]) => ({ value, label }));
const isStageType = (value: string | null): value is StageType =>
  value !== null && Object.hasOwn(typeWords, value);

export function AboutStage({ placed }: { placed: PlacedStage }) {
  const { run, select } = useEditing();
  const { id, stage, pointer: place } = placed;
  const pickKind = (picked: string | null) =>
    run({ type: 'set-kind', stage: id, kind: stageKinds.find((kind) => kind === picked) ?? null });
  return (
    <Stack gap="sm" className={styles.body}>
      <PlaceProblems place={place} />
      <TextField
        label={t('Name')}
        place={place + pointer('name')}
        value={nameOf(id, stage)}
        apply={(name, burst) => run({ type: 'rename-stage', stage: id, name }, burst)}
      />
      {isWaiting(stage) && (
        <ChoiceField
          label={t('Kind')}
          place={place + pointer('kind')}
          value={stage.kind ?? null}
          options={kindOptions}
          onPick={pickKind}
          clearable
        />
      )}
      <ChoiceField
        label={t('Type')}
        place={place + pointer('type')}
        value={typeOf(stage)}
        options={typeOptions}
        onPick={(picked) => isStageType(picked) && run({ type: 'set-type', stage: id, stageType: picked })}
      />
      <Ending placed={placed} />
      <Released placed={placed} />
      <History placed={placed} />
      <Initial placed={placed} />
      <TextField
        label={t('What it is for')}
        place={place + pointer('description')}
        value={stage.description ?? ''}
        lines={2}
        apply={(text, burst) =>
          run({ type: 'set-stage', stage: id, patch: { description: text || undefined } }, burst)
        }
      />
      <TextField
        label={t('Id')}
        place={place + pointer('id')}
        value={id}
        mono
        hint={t("How the cycle's document and the history call it")}
        apply={(wanted, burst) => {
          const result = run({ type: 'change-stage-id', stage: id, id: wanted }, burst);
          if (result.kind === 'applied') select({ kind: 'stages', ids: [wanted] });
          return result;
        }}
      />
    </Stack>
  );
}

function Ending({ placed: { id, stage, pointer: place } }: { placed: PlacedStage }) {
  const { run } = useEditing();
  if (stage.type !== 'final') return null;
  return (
    <SuggestField
      label={t('How the plan ends here')}
      place={place + pointer('outcome')}
      value={stage.outcome ?? ''}
      suggestions={['met', 'stopped', 'cancelled', 'below', 'meets', 'exceeds']}
      apply={(outcome, burst) =>
        run({ type: 'set-stage', stage: id, patch: { outcome: outcome.trim() || undefined } }, burst)
      }
    />
  );
}

/** Only what somebody waits in can be where ratings are told. */
function Released({ placed: { id, stage, pointer: place } }: { placed: PlacedStage }) {
  const { run, readOnly } = useEditing();
  if (!isWaiting(stage)) return null;
  return (
    <Switch
      size="sm"
      label={t('From here on ratings are told')}
      description={t('Whoever is appraised reads them in this stage and after it, and not before')}
      data-pointer={place + pointer('released')}
      disabled={readOnly}
      checked={stage.released ?? false}
      onChange={(event) =>
        run({
          type: 'set-stage',
          stage: id,
          patch: { released: event.currentTarget.checked || undefined },
        })
      }
    />
  );
}

function History({ placed: { id, stage, parent, pointer: place } }: { placed: PlacedStage }) {
  const { cycle, run } = useEditing();
  if (stage.type !== 'history') return null;
  const beside = Object.entries(stagesInside(cycle, parent)).filter(([, other]) => other.type !== 'history');
  return (
    <>
      <ChoiceField
        label={t('Remembers')}
        place={place + pointer('history')}
        value={stage.history ?? 'shallow'}
        options={[
          { value: 'shallow', label: t('the stage directly inside') },
          { value: 'deep', label: t('the innermost stage') },
        ]}
        onPick={(picked) =>
          run({ type: 'set-stage', stage: id, patch: { history: picked === 'deep' ? 'deep' : undefined } })
        }
      />
      <ChoiceField
        label={t('The first time it goes to')}
        place={place + pointer('to')}
        value={stage.to ?? null}
        options={beside.map(([value, other]) => ({ value, label: nameOf(value, other) }))}
        onPick={(to) => run({ type: 'set-stage', stage: id, patch: { to: to ?? undefined } })}
        clearable
      />
    </>
  );
}

function Initial({ placed: { id, stage, parent } }: { placed: PlacedStage }) {
  const { cycle, run, readOnly } = useEditing();
  const container = parent === null ? cycle : findStage(cycle, parent)?.stage;
  const startsElsewhere = container !== undefined && 'initial' in container && container.initial !== id;
  if (readOnly || !startsElsewhere || stage.type === 'history') return null;
  return (
    <Button size="compact-sm" variant="default" onClick={() => run({ type: 'set-initial', stage: id })}>
      {t('Start here')}
    </Button>
  );
}

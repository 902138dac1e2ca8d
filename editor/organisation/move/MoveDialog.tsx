// Moves a component to another place in the tree: where to, what follows, and only then the move, which can be undone.
import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Component } from '../../../engine/index.ts';
import { chosenComponentsQuery } from '../../app/api/choice-queries.ts';
import { changePreviewQuery } from '../../app/api/tree-queries.ts';
import { ComponentSelect } from '../../app/parts/ComponentSelect.tsx';
import { Failure } from '../../app/parts/Failure.tsx';
import { t, tAs } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { Follows } from './Follows.tsx';
import { useMove } from './use-move.ts';

interface Props {
  component: Component;
  /** Where it was dropped. */
  parentId?: string | undefined;
  onClose: () => void;
}
/** As a value of the select; no id has a space. */
const top = ' top';

export function MoveDialog({ component, parentId, onClose }: Props) {
  const [place, setPlace] = useState<string | null>(parentId ?? null);
  const [isRecounting, setRecounting] = useState(false);
  const target = place === top ? null : place;
  const preview = useQuery({
    ...changePreviewQuery(component.id, { parentId: target }),
    enabled: place !== null,
  });
  const parents = [component.parentId, target].filter((id) => id !== null);
  const names = new Map(useQuery(chosenComponentsQuery(parents)).data?.map(({ id, name }) => [id, name]));
  const move = useMove(names, onClose);
  return (
    <Dialog opened onClose={onClose} title={t('Move {component}', { component: component.name })} size="lg">
      <Stack>
        <ComponentSelect
          label={t('New place')}
          description={t('It takes everything below it along.')}
          placeholder={t('Type to search')}
          data-autofocus
          openOnFocus={parentId === undefined}
          allowDeselect={false}
          nothingFoundMessage={t('No place fits')}
          among={{ outside: component.id }}
          first={component.parentId === null ? [] : [{ value: top, label: t('At the top of the tree') }]}
          value={place}
          onChange={setPlace}
        />
        {place !== null && (
          <Follows query={preview} isRecounting={isRecounting} onRecounting={setRecounting} />
        )}
        {move.isError && <Failure error={move.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button
            disabled={place === null || !preview.isSuccess}
            loading={move.isPending}
            onClick={() => move.mutate({ component, parentId: target, recount: isRecounting })}
          >
            {tAs('verb', 'Move')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

// The bar above several selected stages: align, distribute, duplicate, delete.
import { Divider } from '@mantine/core';
import {
  IconCopy,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconTrash,
} from '@tabler/icons-react';
import type { StageId } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { useCanvasActs } from '../acts/canvas-acts.ts';
import { type Arrangement, arrangements } from '../arrange/arrange.ts';
import { Act, BarFrame } from './BarFrame.tsx';

const icons: Record<Arrangement, typeof IconCopy> = {
  left: IconLayoutAlignLeft,
  centre: IconLayoutAlignCenter,
  right: IconLayoutAlignRight,
  top: IconLayoutAlignTop,
  middle: IconLayoutAlignMiddle,
  bottom: IconLayoutAlignBottom,
  across: IconLayoutDistributeVertical,
  down: IconLayoutDistributeHorizontal,
};

export function ManyBar({ ids }: { ids: readonly StageId[] }) {
  const acts = useCanvasActs();
  return (
    <BarFrame ids={ids} label={t('{count} stages', { count: ids.length })}>
      {arrangements
        .filter(({ least }) => ids.length >= least)
        .map(({ how, words }) => {
          const Icon = icons[how];
          return (
            <Act key={how} label={words} onClick={() => acts.arrange(ids, how)} icon={<Icon size={16} />} />
          );
        })}
      <Divider orientation="vertical" mx={2} />
      <Act
        label={t('Duplicate (Ctrl+D)')}
        onClick={() => acts.duplicate(ids)}
        icon={<IconCopy size={16} />}
      />
      <Act
        label={t('Delete (Del)')}
        onClick={() => acts.ask({ kind: 'remove', stages: ids })}
        icon={<IconTrash size={16} />}
      />
    </BarFrame>
  );
}

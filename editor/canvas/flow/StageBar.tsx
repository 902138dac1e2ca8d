// The bar above a selected stage: what can be done with it.
import {
  IconArrowBarToRight,
  IconCopy,
  IconFold,
  IconFolderOpen,
  IconPencil,
  IconPlugConnected,
  IconTrash,
} from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import { useCanvasActs } from '../acts/canvas-acts.ts';
import type { StageView } from '../view/flow-view.ts';
import { Act, BarFrame } from './BarFrame.tsx';

export function StageBar({ view }: { view: StageView }) {
  const acts = useCanvasActs();
  const leads = view.type !== 'final' && view.type !== 'history';
  const holds = view.type === 'compound' || view.type === 'parallel';
  const { id } = view;
  return (
    <BarFrame ids={[id]} label={view.name}>
      {holds && (
        <Act
          label={view.collapsed ? t('Unfold (F)') : t('Fold up (F)')}
          onClick={() => acts.run({ type: 'collapse-stage', stage: id, collapsed: !view.collapsed })}
          icon={view.collapsed ? <IconFolderOpen size={16} /> : <IconFold size={16} />}
        />
      )}
      <Act
        label={t('Rename (F2)')}
        onClick={() => acts.ask({ kind: 'rename', stage: id })}
        icon={<IconPencil size={16} />}
      />
      {leads && (
        <>
          <Act
            label={t('Connect to… (C)')}
            onClick={() => acts.ask({ kind: 'connect', from: id })}
            icon={<IconPlugConnected size={16} />}
          />
          <Act
            label={t('Append a stage (A)')}
            onClick={() => acts.ask({ kind: 'append', from: id, at: null, near: null })}
            icon={<IconArrowBarToRight size={16} />}
          />
        </>
      )}
      <Act
        label={t('Duplicate (Ctrl+D)')}
        onClick={() => acts.duplicate([id])}
        icon={<IconCopy size={16} />}
      />
      <Act
        label={t('Delete (Del)')}
        onClick={() => acts.ask({ kind: 'remove', stages: [id] })}
        icon={<IconTrash size={16} />}
      />
    </BarFrame>
  );
}

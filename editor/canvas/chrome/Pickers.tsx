// The small questions of the canvas: which stage to add or connect, and what a transition waits for.
import type { Point } from '../../document/command.ts';
import { triggersFor } from '../../document/likely-triggers.ts';
import { findStage, isContainer, isInside, listStages, nameOf } from '../../document/stage-tree.ts';
import { t } from '../../language/index.ts';
import { useEditing } from '../../panels/editing.ts';
import { StageKindIcon } from '../../theme/StageKindIcon.tsx';
import type { CanvasActs, Question } from '../acts/canvas-acts.ts';
import { PresetIcon } from './PresetIcon.tsx';
import { QuickPick, startsOrHolds } from './QuickPick.tsx';
import { presetsFor } from './stage-presets.ts';
import type { Builder } from './use-builder.ts';

interface Props {
  question: Question | null;
  acts: CanvasActs;
  builder: Builder;
}

export function Pickers({ question, acts, builder }: Props) {
  const { cycle } = useEditing();
  const close = () => acts.ask(null);
  if (question?.kind === 'new') {
    return (
      <StagePick
        title={t('New stage')}
        near={null}
        onClose={close}
        onPick={(preset) => builder.add(preset, null)}
      />
    );
  }
  if (question?.kind === 'append') {
    const { from, at, near } = question;
    const pick = (preset: Parameters<Builder['add']>[0]) => builder.append(from, preset, at);
    return (
      <StagePick
        title={t('Append to {name}', { name: builder.named(from) })}
        near={near}
        onClose={close}
        onPick={pick}
      />
    );
  }
  if (question?.kind === 'connect') {
    const { from } = question;
    return <TargetPick from={from} acts={acts} />;
  }
  if (question?.kind === 'into')
    return <IntoPick stages={question.stages} onClose={close} builder={builder} />;
  if (question?.kind === 'trigger') {
    const { from, to, near } = question;
    const choices = triggersFor(cycle, from).map(({ label, trigger }) => ({
      key: label,
      label,
      value: trigger,
    }));
    return (
      <QuickPick
        title={t('When does {from} lead to {to}?', {
          from: builder.named(from),
          to: builder.named(to),
        })}
        placeholder={t('When…')}
        near={near}
        choicesFor={(text) => choices.filter(({ label }) => startsOrHolds(label, text))}
        onClose={close}
        onPick={(trigger) => {
          close();
          builder.connect(from, to, trigger);
        }}
      />
    );
  }
  return null;
}

interface StagePickProps {
  title: string;
  near: Point | null;
  onClose(): void;
  onPick(preset: ReturnType<typeof presetsFor>[number]): void;
}

function StagePick({ title, near, onClose, onPick }: StagePickProps) {
  return (
    <QuickPick
      title={title}
      placeholder={t('A kind, or a name of its own')}
      near={near}
      choicesFor={(text) =>
        presetsFor(text).map((preset) => ({
          key: preset.key,
          label: preset.label,
          icon: <PresetIcon preset={preset} />,
          value: preset,
        }))
      }
      onClose={onClose}
      onPick={(preset) => {
        onClose();
        onPick(preset);
      }}
    />
  );
}

interface IntoProps {
  stages: readonly string[];
  builder: Builder;
  onClose(): void;
}

/** The top, and every container that is not moved itself. */
function IntoPick({ stages, builder, onClose }: IntoProps) {
  const { cycle } = useEditing();
  const containers = listStages(cycle).filter(
    ({ id, stage }) => isContainer(stage) && !stages.some((moved) => isInside(cycle, id, moved)),
  );
  const choices = [
    { key: '/', label: t('The top'), value: null },
    ...containers.map(({ id, stage }) => ({ key: id, label: nameOf(id, stage), value: id })),
  ];
  return (
    <QuickPick<string | null>
      title={t('Move {stages} into', { stages: stages.map(builder.named).join(', ') })}
      placeholder={t('Name of a group')}
      near={null}
      choicesFor={(text) => choices.filter(({ label }) => startsOrHolds(label, text))}
      onClose={onClose}
      onPick={(inside) => {
        onClose();
        builder.moveInto(stages, inside);
      }}
    />
  );
}

function TargetPick({ from, acts }: { from: string; acts: CanvasActs }) {
  const { cycle } = useEditing();
  const placed = findStage(cycle, from);
  const choices = listStages(cycle).map(({ id, stage }) => ({
    key: id,
    label: nameOf(id, stage),
    icon: <StageKindIcon kind={'kind' in stage ? stage.kind : null} />,
    value: id,
  }));
  return (
    <QuickPick
      title={t('Connect {name} to', { name: placed ? nameOf(from, placed.stage) : from })}
      placeholder={t('Name of a stage')}
      near={null}
      choicesFor={(text) => choices.filter(({ label }) => startsOrHolds(label, text))}
      onClose={() => acts.ask(null)}
      onPick={(to) => acts.ask({ kind: 'trigger', from, to, near: null })}
    />
  );
}

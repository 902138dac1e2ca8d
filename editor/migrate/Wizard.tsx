// From two versions to a rehearsal that somebody is content with. What is decided is kept while one goes back and forth.
import { Button, Group, Stepper } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Cycle, MigrationMapping } from '../../engine/index.ts';
import type { CycleVersion } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { t } from '../language/index.ts';
import { emptyMapping } from './edit-mapping.ts';
import { MappingStep } from './MappingStep.tsx';
import { mappingRows, namesOf } from './mapping-rows.ts';
import { type Asked, rehearseMigration, startMigration } from './migrate-queries.ts';
import { RehearsalStep } from './RehearsalStep.tsx';
import { VersionsStep } from './VersionsStep.tsx';

interface Props {
  versions: readonly CycleVersion[];
  from: CycleVersion;
  to: CycleVersion;
  plans: number;
  cycles: { from: Cycle; to: Cycle };
  stages: Readonly<Record<string, string>>;
  onPair: (pair: { from: number; to: number }) => void;
  onMigrated: (id: string) => void;
}

export function Wizard({ versions, from, to, plans, cycles, stages, onPair, onMigrated }: Props) {
  const [step, setStep] = useState(0);
  const [mapping, setMapping] = useState<MigrationMapping>(emptyMapping);
  const [rehearsed, setRehearsed] = useState<{ id: string; mapping: MigrationMapping } | null>(null);
  const rows = useMemo(() => mappingRows(cycles.from, cycles.to), [cycles]);
  const names = useMemo(() => namesOf(cycles.to), [cycles.to]);
  const asked: Asked = { cycleId: from.cycleId, from: from.version, to: to.version, mapping };
  const rehearse = useMutation({
    mutationFn: () => rehearseMigration(asked),
    onSuccess: ({ id }) => {
      setRehearsed({ id, mapping });
      setStep(2);
    },
  });
  const migrate = useMutation({
    mutationFn: (reason: string) => startMigration(asked, reason),
    onSuccess: ({ id }) => onMigrated(id),
  });
  const named = Object.fromEntries(
    Object.values(names).flatMap((all) => all.map(({ id, name }) => [id, name])),
  );
  const busy = rehearse.isPending || migrate.isPending;
  const failed = rehearse.error ?? migrate.error;
  return (
    <>
      <Stepper active={step} onStepClick={setStep} size="sm" allowNextStepsSelect={false} iconSize={30}>
        <Stepper.Step label={t('Versions')} description={t('From and to')}>
          <VersionsStep {...{ versions, from, to, plans, cycles, onPair }} />
        </Stepper.Step>
        <Stepper.Step label={t('Mapping')} description={t('What goes where')}>
          <MappingStep
            rows={rows}
            names={names}
            from={from.version}
            to={to.version}
            mapping={mapping}
            onMapping={setMapping}
          />
        </Stepper.Step>
        <Stepper.Step label={t('Rehearsal')} description={t('Plan by plan')}>
          {rehearsed && (
            <RehearsalStep
              id={rehearsed.id}
              stages={stages}
              deciding={{ mapping, onMapping: setMapping, names: named }}
              stale={rehearsed.mapping !== mapping}
              busy={busy}
              onRehearse={() => rehearse.mutate()}
              onMigrate={migrate.mutate}
            />
          )}
        </Stepper.Step>
      </Stepper>
      {failed && <Failure error={failed} />}
      {step < 2 && (
        <Group justify="flex-end" mt="lg">
          {step === 1 && (
            <Button variant="default" onClick={() => setStep(0)}>
              {t('Back')}
            </Button>
          )}
          {step === 0 ? (
            <Button disabled={plans === 0} onClick={() => setStep(1)}>
              {t('Say what goes where')}
            </Button>
          ) : (
            <Button loading={busy} onClick={() => rehearse.mutate()}>
              {t('Rehearse')}
            </Button>
          )}
        </Group>
      )}
    </>
  );
}

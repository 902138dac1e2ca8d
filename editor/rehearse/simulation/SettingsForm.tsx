// What a simulation is asked: whose plans, how long people take, how work turns out, what a week can take.
import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { percentSign, t } from '../../language/index.ts';
import { NumberField } from '../../theme/NumberField.tsx';
import { OutcomeShape } from '../../theme/OutcomeShape.tsx';
import { exceedsOf, type Settings } from './settings.ts';
import styles from './simulation.module.css';

interface Props {
  settings: Settings;
  onChange(settings: Settings): void;
  /** Whose server knows the real organisation and what happened. */
  mayAskServer: boolean;
}

type NumberName = { [Name in keyof Settings]: Settings[Name] extends number ? Name : never }[keyof Settings];

interface AmountProps extends Pick<Props, 'settings' | 'onChange'> {
  name: NumberName;
  label: string;
  unit?: string;
  least?: number;
  most: number;
  left?: ReactNode;
}

function Amount({ settings, onChange, name, label, unit = '', least = 0, most, left }: AmountProps) {
  return (
    <NumberField
      size="xs"
      label={label}
      suffix={unit}
      min={least}
      max={most}
      clampBehavior="strict"
      allowNegative={false}
      leftSection={left}
      value={settings[name]}
      onChange={(value) => typeof value === 'number' && onChange({ ...settings, [name]: value })}
    />
  );
}

function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  onPick(value: Value): void;
}) {
  return (
    <SegmentedControl<Value>
      size="xs"
      fullWidth
      aria-label={props.label}
      data={props.options}
      value={props.value}
      onChange={props.onPick}
    />
  );
}

function Assumed(props: Pick<Props, 'settings' | 'onChange'>) {
  return (
    <>
      <div className={styles.pair}>
        <Amount
          {...props}
          name="days"
          label={t('A task takes')}
          unit={` ${t('working days')}`}
          least={0.5}
          most={200}
        />
        <Amount {...props} name="spread" label={t('Spread by')} unit={` ${t('days')}`} most={200} />
      </div>
      <div className={styles.triple}>
        <Amount
          {...props}
          name="below"
          label={t('Below')}
          unit={percentSign()}
          most={100}
          left={<OutcomeShape outcome="below" />}
        />
        <Amount
          {...props}
          name="meets"
          label={t('Meets')}
          unit={percentSign()}
          most={100}
          left={<OutcomeShape outcome="meets" />}
        />
        <NumberField
          size="xs"
          label={t('Exceeds')}
          suffix={percentSign()}
          readOnly
          variant="filled"
          leftSection={<OutcomeShape outcome="exceeds" />}
          value={exceedsOf(props.settings)}
        />
      </div>
    </>
  );
}

export function SettingsForm({ settings, onChange, mayAskServer }: Props) {
  const props = { settings, onChange };
  return (
    <Stack gap="xs">
      {mayAskServer && (
        <Choice
          label={t('Whose plans')}
          value={settings.organisation}
          options={[
            { value: 'made', label: t('A made-up organisation') },
            { value: 'real', label: t('The real one') },
          ]}
          onPick={(organisation) => onChange({ ...settings, organisation })}
        />
      )}
      <div className={styles.triple}>
        {settings.organisation === 'made' && (
          <>
            <Amount {...props} name="components" label={t('Components')} least={1} most={50_000} />
            <Amount {...props} name="span" label={t('For a manager')} least={1} most={100} />
          </>
        )}
        <Amount {...props} name="repeats" label={t('Repeats')} least={1} most={1_000} />
      </div>
      {mayAskServer && (
        <Choice
          label={t('What is assumed')}
          value={settings.from}
          options={[
            { value: 'assumed', label: t('As assumed here') },
            { value: 'history', label: t('As in finished plans') },
          ]}
          onPick={(from) => onChange({ ...settings, from })}
        />
      )}
      {settings.from === 'assumed' ? (
        <Assumed {...props} />
      ) : (
        <Text size="xs" c="var(--cw-muted)">
          {t(
            'How long people take, what they choose and how work turns out is learned from the finished plans of this cycle.',
          )}
        </Text>
      )}
      <Group gap="xs" grow align="flex-end">
        <Amount {...props} name="minutes" label={t('A task costs')} unit=" min" most={10_000} />
        <Amount {...props} name="limit" label={t('A week can take')} unit=" min" least={1} most={10_000} />
        <Amount {...props} name="seed" label={t('Seed')} most={4_294_967_295} />
      </Group>
    </Stack>
  );
}

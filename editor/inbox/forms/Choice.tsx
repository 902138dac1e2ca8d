// One of a few as cards, with a sentence for each; the whole card chooses it.
import { Radio, Stack } from '@mantine/core';
import classes from '../inbox.module.css';

interface Props<Value extends string> {
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  options: { value: Value; label: string; about?: string }[];
}

export function Choice<Value extends string>({ label, value, onChange, options }: Props<Value>) {
  const pick = (text: string) => {
    const found = options.find((option) => option.value === text);
    if (found) onChange(found.value);
  };
  return (
    <Radio.Group label={label} value={value} onChange={pick}>
      <Stack gap={8} mt={6}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            classNames={{
              root: classes.choice,
              body: classes.choiceBody,
              inner: classes.choiceDot,
              label: classes.choiceLabel,
            }}
            label={option.label}
            description={option.about}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

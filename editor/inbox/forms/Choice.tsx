// One of a few, with a sentence for each.
import { Radio, Stack } from '@mantine/core';

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
          <Radio key={option.value} value={option.value} label={option.label} description={option.about} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

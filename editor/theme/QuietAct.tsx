// An act in words inside a text or a form, too small for a button's frame.
import { UnstyledButton, type UnstyledButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef } from 'react';

type Props = UnstyledButtonProps & Omit<ComponentPropsWithoutRef<'button'>, keyof UnstyledButtonProps>;

export const QuietAct = (props: Props) => <UnstyledButton c="var(--cw-accent)" fz={12} {...props} />;

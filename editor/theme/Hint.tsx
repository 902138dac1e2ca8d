// What is said of a thing once a pointer rests on it or the keyboard has come to it. Until then there is nothing of it: a
// list has hundreds of these, and a Tooltip of Mantine's reckons from the beginning where it would stand.
import { Tooltip } from '@mantine/core';
import { useTimeout, useWindowEvent } from '@mantine/hooks';
import {
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useState,
} from 'react';

/** Milliseconds: who passes over a toolbar wants to be told nothing. */
const rest = 350;

type Said = ReactNode | (() => ReactNode);

interface Pointed {
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void;
  onPointerLeave?: (event: PointerEvent<HTMLElement>) => void;
  onFocus?: (event: FocusEvent<HTMLElement>) => void;
  onBlur?: (event: FocusEvent<HTMLElement>) => void;
  'aria-describedby'?: string | undefined;
}

interface Props extends Pointed {
  /** Asked for when it is to be seen, where it takes a while to say. */
  label: Said;
  position?: 'top' | 'right';
  /** Of several lines. */
  isLong?: boolean;
  /** An element with a box; what it is given from around, such as by the target of a menu, is passed on to it. */
  children: ReactElement<Pointed>;
}

interface ShownProps extends Pick<Props, 'label' | 'position' | 'isLong'> {
  id: string;
  target: HTMLElement;
  onClose: () => void;
}

/** A control that is turned off under the pointer tells nobody that the pointer left it, so all of the window is heard. */
function Shown({ id, target, label, position = 'top', isLong = false, onClose }: ShownProps) {
  useWindowEvent('pointermove', ({ target: under }) => {
    if (!(under instanceof Node && target.contains(under))) onClose();
  });
  useWindowEvent('keydown', ({ key }) => {
    if (key === 'Escape') onClose();
  });
  return (
    <Tooltip
      opened
      target={target}
      position={position}
      // The Tooltip's own id is Mantine's.
      label={<span id={id}>{typeof label === 'function' ? label() : label}</span>}
      {...(isLong && { multiline: true, maw: 320, style: { whiteSpace: 'pre-line' } })}
    />
  );
}

export function Hint({ label, position, isLong, children, ...passed }: Props) {
  const id = useId();
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const { start, clear } = useTimeout((node: HTMLElement) => setTarget(node), rest);
  const { props } = children;
  const close = () => {
    clear();
    setTarget(null);
  };
  return (
    <>
      {cloneElement(children, {
        ...passed,
        onPointerEnter: (event) => {
          props.onPointerEnter?.(event);
          if (event.pointerType === 'mouse') start(event.currentTarget);
        },
        onPointerLeave: (event) => {
          props.onPointerLeave?.(event);
          close();
        },
        onFocus: (event) => {
          props.onFocus?.(event);
          if (event.currentTarget.matches(':focus-visible')) setTarget(event.currentTarget);
        },
        onBlur: (event) => {
          props.onBlur?.(event);
          close();
        },
        'aria-describedby': target ? id : props['aria-describedby'],
      })}
      {target && <Shown {...{ id, target, label, position, isLong }} onClose={close} />}
    </>
  );
}

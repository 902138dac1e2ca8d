// Which stages and transitions React draws anew. It tells of each commit to whoever stands where its developer tools
// would, also in the built editor; what was drawn is known by its props, since names are gone there.
import type { Page } from '@playwright/test';

export interface Renders {
  /** By name, as often as they were drawn. */
  stages: Record<string, number>;
  /** By JSON Pointer. */
  transitions: Record<string, number>;
}

/** What is read of React's account of a component. */
interface Fiber {
  tag: number;
  flags: number;
  memoizedProps: unknown;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
}

/** Before the page is opened. */
export async function watchRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const memoOfFunction = 15;
    const performedWork = 1;
    const at = (value: unknown, ...path: string[]): unknown =>
      path.reduce<unknown>(
        (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
        value,
      );
    const count = (kind: 'stages' | 'transitions', id: unknown): void => {
      const counts: Record<string, number> | undefined = Reflect.get(window, 'renders')?.[kind];
      if (counts && typeof id === 'string') counts[id] = (counts[id] ?? 0) + 1;
    };
    const note = ({ tag, flags, memoizedProps: props }: Fiber): void => {
      if (tag !== memoOfFunction || (flags & performedWork) === 0) return;
      if (at(props, 'positionAbsoluteX') !== undefined) count('stages', at(props, 'data', 'view', 'name'));
      else if (at(props, 'selected') !== undefined) count('transitions', at(props, 'drawn', 'id'));
    };
    // Where the children are the very ones of before, nothing below them was looked at.
    const visit = (fiber: Fiber): void => {
      note(fiber);
      if (fiber.alternate !== null && fiber.alternate.child === fiber.child) return;
      for (let child = fiber.child; child !== null; child = child.sibling) visit(child);
    };
    Reflect.set(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot: (_renderer: number, root: { current: Fiber }) => {
        if (Reflect.has(window, 'renders')) visit(root.current);
      },
      onCommitFiberUnmount: () => undefined,
    });
  });
}

/** What was drawn while `act` went on, and as long as it then took to be on the screen. */
export async function rendersOf(page: Page, act: () => Promise<void>): Promise<Renders> {
  await page.evaluate(() => Reflect.set(window, 'renders', { stages: {}, transitions: {} }));
  await act();
  return page.evaluate(async () => {
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    const renders: Renders = Reflect.get(window, 'renders');
    Reflect.deleteProperty(window, 'renders');
    return renders;
  });
}

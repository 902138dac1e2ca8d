// What is drawn as before stays the same object, so that React draws it anew only when it differs.

export const keepSame = <Drawn extends { id: string }>(
  drawn: readonly Drawn[],
  before: ReadonlyMap<string, Drawn>,
): Drawn[] =>
  drawn.map((next) => {
    const known = before.get(next.id);
    return known && JSON.stringify(known) === JSON.stringify(next) ? known : next;
  });

// Chance that can be had again: xoshiro128** of Blackman and Vigna (2018), seeded through splitmix32.
// Every plan draws from a stream of its own, so that one more plan changes nothing for the others.

export interface Random {
  /** 0 ≤ x < 1, in steps of 2⁻³². */
  next(): number;
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** Neighbouring seeds give states that have nothing in common. */
function splitmix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

export function randomFrom(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  return {
    next() {
      const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = rotate(d, 11);
      return result / 4_294_967_296;
    },
  };
}

export function makeRandom(seed: number, stream = 0): Random {
  const whiten = splitmix(seed);
  const fill = splitmix(whiten() ^ Math.imul(stream + 1, 0x85ebca6b));
  // A state of zeros would stay there.
  return randomFrom([fill(), fill(), fill(), fill() | 1]);
}

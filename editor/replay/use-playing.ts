// Plays a way: a step at a time until the last one, then it stops.
import { useEffect, useEffectEvent, useState } from 'react';

const stepMs = 1_800;

interface Playing {
  playing: boolean;
  toggle: () => void;
}

export function usePlaying(index: number, last: number, onStep: (index: number) => void): Playing {
  const [wanted, setWanted] = useState(false);
  const playing = wanted && index < last;
  const next = useEffectEvent(() => {
    onStep(index + 1);
    if (index + 1 >= last) setWanted(false);
  });
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(next, stepMs);
    return () => clearInterval(timer);
  }, [playing]);
  const toggle = () => {
    if (!playing && index >= last) onStep(0);
    setWanted(!playing);
  };
  return { playing, toggle };
}

// What the parts of a picture share: how wide text is, and how much is drawn.
import { createContext } from 'react';
import { estimate, type Measure } from './fit-text.ts';

export const MeasureContext = createContext<Measure>(estimate);

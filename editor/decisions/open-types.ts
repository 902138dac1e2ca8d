// Opens the named types over the decision at hand, at one of them.
import { createContext, useContext } from 'react';

export const OpenTypesContext = createContext<(name: string | null) => void>(() => undefined);
export const useOpenTypes = () => useContext(OpenTypesContext);

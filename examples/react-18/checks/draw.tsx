import { renderToString } from 'react-dom/server';
import { Check } from './Check';

/** The markup of a check, as a server sends it. */
export const draw = (name: string): string => renderToString(<Check name={name} />);

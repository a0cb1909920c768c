import { renderToString } from 'react-dom/server';
import { Check, type Asked } from './Check';

/** The markup of a check, as a server sends it. */
export const draw = (asked: Asked): string => renderToString(<Check {...asked} />);
